package io.capitune.cvjob.page.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FormDocumentTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void fieldsBecomeTheDocumentTheyPointInto() throws Exception {
        var document = FormDocument.read(fields(
                "/targetJob", "Gestionnaire",
                "/resume/basics/name", "Léa",
                "/resume/basics/location/city", "Nantes",
                "/resume/work/0/position", "Aide",
                "/resume/work/0/startDate", "mars 2021",
                "/resume/work/0/highlights/0", "Une ligne",
                "/resume/work/0/meta/capitune/contract", "CDI",
                "/resume/skills/0/keywords", "Silae, DSN",
                "/resume/education/0/meta/capitune/rncpLevel", "5",
                "/resume/meta/capitune/rqth", "true"));

        assertThat(document).isEqualTo(json("""
                {"targetJob":"Gestionnaire","resume":{"basics":{"name":"Léa","location":{"city":"Nantes"}},
                 "work":[{"position":"Aide","startDate":"2021-03","highlights":["Une ligne"],
                          "meta":{"capitune":{"contract":"CDI"}}}],
                 "skills":[{"keywords":["Silae","DSN"]}],
                 "education":[{"meta":{"capitune":{"rncpLevel":5}}}],
                 "meta":{"capitune":{"rqth":true}}}}"""));
    }

    @Test
    void emptyFieldsAndEntriesAreLeftOut() {
        var document = FormDocument.read(
                fields("/resume/basics/name", " ", "/resume/work/0/position", "", "/resume/work/1/position", "Aide"));

        assertThat(document.at("/resume/basics").isMissingNode()).isTrue();
        assertThat(document.at("/resume/work")).hasSize(1);
        assertThat(document.at("/resume/work/0/position").asText()).isEqualTo("Aide");
    }

    @Test
    void entriesKeepTheirOrderBeyondTen() {
        var fields = new LinkedHashMap<String, List<String>>();
        for (int i = 11; i >= 0; i--) {
            fields.put("/resume/work/" + i + "/position", List.of("P" + i));
        }
        assertThat(FormDocument.read(fields).at("/resume/work").findValuesAsText("position"))
                .startsWith("P0", "P1", "P2")
                .endsWith("P10", "P11");
    }

    @Test
    void whatTheFormDoesNotShowComesBackWithIt() throws Exception {
        var imported = json("""
                {"resume":{"$schema":"s","basics":{"name":"Léa","location":{"city":"Nantes","countryCode":"FR"}},
                 "work":[{"position":"Aide","description":"Clinique","meta":{"other":1,"capitune":{"contract":"CDI"}}}],
                 "awards":[{"title":"Prix","date":"2020"}],"publications":[{"name":"Livre","x":{"y":[1]}}]}}""");
        var shown = new FormView(imported, "fr", "", List.of());

        var document = FormDocument.read(fields(
                "/resume#base", shown.base("/resume"),
                "/resume/basics/name", "Léa Martin",
                "/resume/basics/location/city", "",
                "/resume/work/0#base", shown.base("/resume/work/0"),
                "/resume/work/0/position", "Aide-soignante",
                "/resume/work/0/meta/capitune/contract", ""));

        assertThat(document).isEqualTo(json("""
                {"resume":{"$schema":"s","basics":{"name":"Léa Martin","location":{"countryCode":"FR"}},
                 "work":[{"position":"Aide-soignante","description":"Clinique","meta":{"other":1}}],
                 "awards":[{"title":"Prix","date":"2020"}],"publications":[{"name":"Livre","x":{"y":[1]}}]}}"""));
    }

    @Test
    void aPostThatLastsHasNoEnd() {
        var document = FormDocument.read(fields(
                "/resume/work/0/startDate", "2020", "/resume/work/0/endDate", "2021", "/resume/work/0#now", "true"));
        assertThat(document.at("/resume/work/0/endDate").isMissingNode()).isTrue();
    }

    @Test
    void namesThatPointNowhereAreIgnored() {
        var document = FormDocument.read(fields(
                "/admin", "1", "do", "x", "/resume/a/b/c/d/e/f/g/h/i/j", "deep", "/resume#base", "not json", "", "x"));
        assertThat(document.toString()).doesNotContain("admin", "deep", "not json");
    }

    @Test
    void buttonsAddRemoveAndMoveEntries() throws Exception {
        var document = json("""
                {"resume":{"work":[{"position":"A"},{"position":"B"}]}}""");
        for (var button : List.of("up /resume/work/1", "add /resume/work", "add /resume/work/0/highlights")) {
            FormAction.of(button).orElseThrow().applyTo(document);
        }
        assertThat(document).isEqualTo(json("""
                {"resume":{"work":[{"position":"B","highlights":[""]},{"position":"A"},{}]}}"""));

        FormAction.of("remove /resume/work/0").orElseThrow().applyTo(document);
        FormAction.of("down /resume/work/7").orElseThrow().applyTo(document);
        assertThat(document.at("/resume/work/0/position").asText()).isEqualTo("A");
        assertThat(FormAction.of("drop /resume/work")).isEmpty();
    }

    private static Map<String, List<String>> fields(String... pairs) {
        var fields = new LinkedHashMap<String, List<String>>();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put(pairs[i], List.of(pairs[i + 1]));
        }
        return fields;
    }

    private static ObjectNode json(String text) throws Exception {
        return (ObjectNode) JSON.readTree(text);
    }
}
