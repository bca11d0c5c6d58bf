package io.capitune.cv.resume;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class ResumeValidatorTest {

    private static final String BASICS = "\"basics\":{\"name\":\"Camille Lefèvre\"}";

    private final ResumeValidator validator = new ResumeValidator();

    @Test
    void acceptsANameAlone() throws Exception {
        assertThat(problems("{" + BASICS + "}")).isEmpty();
    }

    @Test
    void acceptsNullsAndBlanksThatOtherToolsExport() throws Exception {
        assertThat(problems("{" + BASICS
                        + ",\"work\":[{\"position\":\"Serveuse\",\"endDate\":null,\"url\":\"\",\"startDate\":\"\"}],"
                        + "\"references\":null}"))
                .isEmpty();
    }

    @Test
    void acceptsUnknownFieldsInsideObjects() throws Exception {
        assertThat(problems("{\"basics\":{\"name\":\"A\",\"nickname\":\"B\"},\"meta\":{\"theme\":\"x\"}}"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"basics\":null}"})
    void wantsBasics(String json) throws Exception {
        assertThat(problems(json)).extracting(ResumeProblem::pointer).containsExactly("/basics");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"basics\":{}}", "{\"basics\":{\"name\":\"\"}}", "{\"basics\":{\"name\":\"  \"}}"})
    void wantsAName(String json) throws Exception {
        assertThat(problems(json)).containsExactly(new ResumeProblem("/basics/name", "Ce champ est nécessaire."));
    }

    @Test
    void refusesUnknownRootFieldsByName() throws Exception {
        assertThat(problems("{" + BASICS + ",\"a/b\":1,\"admin\":true}"))
                .extracting(ResumeProblem::pointer)
                .containsExactlyInAnyOrder("/a~1b", "/admin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"text\"", "12", "null"})
    void wantsAnObject(String json) throws Exception {
        assertThat(problems(json)).extracting(ResumeProblem::pointer).containsExactly("");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"work\":{} | /work",
                "\"work\":[\"x\"] | /work/0",
                "\"work\":[{\"highlights\":\"x\"}] | /work/0/highlights",
                "\"work\":[{\"highlights\":[null]}] | /work/0/highlights/0",
                "\"work\":[{\"startDate\":2020}] | /work/0/startDate",
                "\"work\":[{\"startDate\":\"03/2020\"}] | /work/0/startDate",
                "\"work\":[{\"startDate\":\"2021-02-30\"}] | /work/0/startDate",
                "\"work\":[{\"startDate\":\"1850\"}] | /work/0/startDate",
                "\"work\":[{\"startDate\":\"2021\",\"endDate\":\"2020\"}] | /work/0/endDate",
                "\"education\":[{},{\"endDate\":\"2201\"}] | /education/1/endDate",
                "\"education\":[{\"meta\":{\"capitune\":{\"rncpLevel\":12}}}] | /education/0/meta/capitune/rncpLevel",
                "\"languages\":[{\"meta\":{\"capitune\":{\"cefr\":\"D1\"}}}] | /languages/0/meta/capitune/cefr",
                "\"certificates\":[{\"url\":\"javascript:alert(1)\"}] | /certificates/0/url",
                "\"projects\":[{\"url\":\"ftp://exemple.fr\"}] | /projects/0/url",
                "\"meta\":{\"capitune\":{\"rqth\":\"yes\"}} | /meta/capitune/rqth",
                "\"meta\":{\"capitune\":{\"profile\":\"hero\"}} | /meta/capitune/profile",
                "\"interests\":[{\"name\":\"a\\u0000b\"}] | /interests/0/name",
                "\"interests\":[{\"other\":\"\\u001b[31m\"}] | /interests/0/other",
                "\"interests\":[{\"name\":\"\\ud83d\"}] | /interests/0/name"
            })
    void pointsAtTheField(String member, String pointer) throws Exception {
        assertThat(problems("{" + BASICS + "," + member + "}"))
                .extracting(ResumeProblem::pointer)
                .containsExactly(pointer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"camille", "a@b", "a b@c.fr", "a@b.fr\\nBcc: x@y.fr", "a@b.fr,c@d.fr"})
    void refusesWhatIsNoEmail(String email) throws Exception {
        assertThat(problems("{\"basics\":{\"name\":\"A\",\"email\":\"" + email + "\"}}"))
                .extracting(ResumeProblem::pointer)
                .containsExactly("/basics/email");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://exemple.fr/a?b#c", "exemple.fr", "HTTP://xn--exmple-cua.fr:8080/é"})
    void acceptsWebAddressesAsPeopleWriteThem(String url) throws Exception {
        assertThat(problems("{\"basics\":{\"name\":\"A\",\"url\":\"" + url + "\"}}"))
                .isEmpty();
    }

    @Test
    void acceptsEmojiLineEndsAndOtherScripts() throws Exception {
        assertThat(problems("{\"basics\":{\"name\":\"山田 太郎 👩‍🔧\",\"summary\":\"un\\r\\ndeux\\ttrois\"}}"))
                .isEmpty();
    }

    @Test
    void limitsLengths() throws Exception {
        String json = "{\"basics\":{\"name\":\"%s\",\"summary\":\"%s\"},\"work\":[{\"highlights\":[\"%s\"]}]}"
                .formatted("n".repeat(121), "s".repeat(2001), "l".repeat(601));
        assertThat(problems(json))
                .extracting(ResumeProblem::pointer, ResumeProblem::detail)
                .containsExactlyInAnyOrder(
                        tuple("/basics/name", "Trop long : 120 caractères au plus."),
                        tuple("/basics/summary", "Trop long : 2000 caractères au plus."),
                        tuple("/work/0/highlights/0", "Trop long : 600 caractères au plus."));
    }

    @Test
    void limitsNumbersOfEntries() throws Exception {
        String entries = IntStream.range(0, 5000).mapToObj(i -> "{}").collect(Collectors.joining(","));
        assertThat(problems("{" + BASICS + ",\"work\":[" + entries + "]}"))
                .containsExactly(new ResumeProblem("/work", "Trop d’éléments : 50 au plus."));
    }

    @Test
    void listsAReadableNumberOfProblems() throws Exception {
        String entries = IntStream.range(0, 5000).mapToObj(i -> "7").collect(Collectors.joining(","));
        assertThat(problems("{" + BASICS + ",\"work\":[" + entries + "]}")).hasSize(50);
    }

    @Test
    void speaksEnglish() throws Exception {
        var json = new ObjectMapper().readTree("{\"basics\":{\"name\":\"A\",\"email\":\"x\"}}");
        assertThat(validator.validate(json, "en"))
                .extracting(ResumeProblem::detail)
                .containsExactly("This e-mail address is not complete, for example name@example.com.");
    }

    @Test
    void namesSensitiveFieldsOfOtherTools() throws Exception {
        var json = new ObjectMapper()
                .readTree(
                        "{\"basics\":{\"name\":\"A\",\"birthDate\":\"1980\",\"marital_status\":\"x\"},\"work\":[{\"union\":\"y\"}]}");
        assertThat(SensitiveFields.in(json))
                .containsExactly("/basics/birthDate", "/basics/marital_status", "/work/0/union");
    }

    private List<ResumeProblem> problems(String json) throws Exception {
        return validator.validate(new ObjectMapper().readTree(json), "fr");
    }
}
