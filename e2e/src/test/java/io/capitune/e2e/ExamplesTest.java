package io.capitune.e2e;

import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.capitune.e2e.system.Pdf;
import io.capitune.e2e.system.ReadText;
import io.capitune.platform.testing.VeraPdf;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Each example becomes, in each template, a PDF that says what the example says, to everyone, and is the same each time. */
class ExamplesTest {

    private static PrintedExamples printed;

    @BeforeAll
    static void printAll() {
        printed = PrintedExamples.printed();
    }

    static Stream<String> names() {
        return PrintedExamples.names();
    }

    /** PDFBox and pypdf read in the order of the content; the others guess an order from the layout, as they come. */
    static Stream<Arguments> namesAndReaders() {
        return names().flatMap(name ->
                Stream.of("pdfbox", "poppler", "pypdf", "pdfminer").map(reader -> Arguments.of(name, reader)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void exampleIsPrintedWithAllThatMatters(String name) {
        var pdf = printed.first(name);
        var resume = PrintedExamples.resume(name);
        assertThat(pdf.tagged()).isTrue();
        assertThat(pdf.language()).startsWith(PrintedExamples.language(name));
        assertThat(pdf.title()).contains(resume.at("/basics/name").asText());
        says(pdf, resume.at("/basics/name"));
        says(pdf, resume.at("/basics/email"));
        for (var work : resume.path("work")) {
            says(pdf, work.path("name"));
            says(pdf, work.path("position"));
            work.path("highlights").forEach(line -> says(pdf, line));
        }
        resume.path("education").forEach(school -> says(pdf, school.path("institution")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void fileKeepsPdfUaAndPdfA(String name) {
        assertThat(VeraPdf.problems(printed.first(name).bytes())).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void anotherBrowserPrintsTheSameBytes(String name) {
        assertThat(printed.second(name).bytes()).isEqualTo(printed.first(name).bytes());
    }

    @ParameterizedTest(name = "{0} by {1}")
    @MethodSource("namesAndReaders")
    void readerFindsEveryLineInOrder(String name, String reader) {
        var byLayout = List.of("poppler", "pdfminer").contains(reader);
        var text = reader.equals("pdfbox") ? printed.first(name).text() : printed.text(name, reader);
        assertThat(printed.sheet(name).lines()).hasSizeGreaterThan(3);
        assertThat(new ReadText(text, byLayout).missing(printed.sheet(name)))
                .as(text)
                .isEmpty();
    }

    private static void says(Pdf pdf, JsonNode text) {
        if (!text.isMissingNode()) {
            assertThat(pdf.says(text.asText()))
                    .as(text.asText() + " in " + pdf.text())
                    .isTrue();
        }
    }
}
