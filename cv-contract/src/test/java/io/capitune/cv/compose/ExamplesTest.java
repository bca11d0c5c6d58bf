package io.capitune.cv.compose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.capitune.cv.document.CvDocument;
import io.capitune.cv.resume.ResumeJson;
import io.capitune.cv.resume.ResumeValidator;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/** Every résumé of {@code examples/} is valid and composes in both languages. */
class ExamplesTest {

    private static final Path EXAMPLES =
            Path.of(System.getProperty("capitune.root", "..")).resolve("examples");

    @TestFactory
    Stream<DynamicTest> validAndComposed() throws IOException {
        return Files.list(EXAMPLES)
                .filter(file -> file.toString().endsWith(".json"))
                .sorted()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
    }

    private static void check(Path file) throws IOException {
        var json = new ObjectMapper().readTree(file.toFile());
        assertThat(new ResumeValidator().validate(json, "en")).isEmpty();
        for (String language : new String[] {"fr", "en"}) {
            CvDocument cv = new RuleComposer().compose(ResumeJson.read(json), null, language);
            assertThat(cv.name()).isNotBlank();
            json.path("work")
                    .forEach(post -> post.path("highlights")
                            .forEach(line -> assertThat(cv.toString()).contains(CvText.clean(line.textValue()))));
        }
    }
}
