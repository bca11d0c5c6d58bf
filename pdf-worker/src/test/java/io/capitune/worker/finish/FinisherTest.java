package io.capitune.worker.finish;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.stream.Stream;

import io.capitune.platform.testing.VeraPdf;
import io.capitune.worker.prove.Prover;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static io.capitune.worker.finish.Pages.CV;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FinisherTest {

    private static final int WHITE = 0xFFFFFFFF;

    private final Finisher finisher = new Finisher();

    static Stream<Arguments> pages() {
        return Stream.of(
                Arguments.of("rich", Pages.RICH),
                Arguments.of("Arabic", Pages.ARABIC),
                Arguments.of("Chinese", Pages.CHINESE),
                Arguments.of("long", Pages.LONG));
    }

    private byte[] finished(String html) {
        return finisher.finish(Browsers.FIRST.print(html), html, CV);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void finishedPrintBreaksNeitherStandard(String name, String html) {
        assertThat(VeraPdf.problems(finished(html))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void anotherBrowserGivesTheSameBytes(String name, String html) {
        // A page with a table in between: its cells move on the counter that Chromium names them by.
        Browsers.SECOND.print(Pages.RICH);
        var other = Browsers.SECOND.print(html);
        assertThat(finisher.finish(other, html, CV)).isEqualTo(finished(html));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void whatIsReadOutsideOfArtifactsIsWhatWasPrinted(String name, String html) throws IOException {
        var printed = Browsers.FIRST.print(html);
        var read = new Prover()
                .prove(finisher.finish(printed, html, CV), CV)
                .proof()
                .text();
        assertThat(squeezed(read)).isEqualTo(squeezed(text(printed)));
    }

    @Test
    void pagesAreNumberedFromTheSecondOnAndNoReaderMeetsTheNumber() throws IOException {
        var printed = Browsers.FIRST.print(Pages.LONG);
        var pdf = finisher.finish(printed, Pages.LONG, CV);
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isGreaterThan(2);
            assertThat(marginIsBlank(document, 0)).isTrue();
            assertThat(marginIsBlank(document, 1)).isFalse();
            assertThat(marginIsBlank(document, 2)).isFalse();
        }
        assertThat(text(pdf)).isEqualTo(text(printed));
    }

    @Test
    void numberStandsInTheMiddleOfTheBottomMargin() throws IOException {
        try (var document = Loader.loadPDF(finished(Pages.LONG))) {
            var page = new PDFRenderer(document).renderImage(1, 4);
            var columns = new ArrayList<Integer>();
            for (var x = 0; x < page.getWidth(); x++) {
                if (!isBlank(page, x, x + 1, bottomMargin(page))) {
                    columns.add(x);
                }
            }
            var middle = (columns.getFirst() + columns.getLast()) / 2.0;
            assertThat(middle / page.getWidth()).isBetween(0.498, 0.502);
            assertThat(columns.getLast() - columns.getFirst()).isBetween(30, 70);
        }
    }

    @Test
    void linksAreDescribedInTheWordsOfTheCv() throws IOException {
        try (var document = Loader.loadPDF(finished(Pages.RICH))) {
            var descriptions = new ArrayList<String>();
            for (var link : document.getPage(0).getAnnotations()) {
                descriptions.add(link.getContents());
            }
            assertThat(descriptions)
                    .containsExactlyInAnyOrder(
                            "zoé@exemple.fr", "Mon site", "ailleurs.fr/x", "exemple.fr/a?b=c&d=%C3%A9");
        }
    }

    @Test
    void everyPieceOfContentBelongsToTheElementThatHoldsIt() throws IOException {
        try (var document = Loader.loadPDF(finished(Pages.RICH))) {
            assertThat(new Ownership(document).strangers()).isEmpty();
        }
    }

    @Test
    void fileTellsTitleAndPersonButNeitherTimeNorBrowser() throws IOException {
        try (var document = Loader.loadPDF(finished(Pages.CHINESE))) {
            var information = document.getDocumentInformation();
            assertThat(information.getTitle()).isEqualTo("Zoé & Fils – Paie");
            assertThat(information.getAuthor()).isEqualTo(CV.name());
            assertThat(information.getMetadataKeys()).containsExactlyInAnyOrder("Title", "Author", "Producer");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("fr");
            assertThat(document.getVersion()).isEqualTo(1.7f);
        }
    }

    @Test
    void textThatTheBrowserMadeAPictureOfIsNotHidden() {
        var blurred = Browsers.FIRST.print(Pages.page("<h1>Net</h1><p style='filter:blur(1px)'>Flou</p>"));
        assertThatThrownBy(() -> finisher.finish(blurred, "", CV))
                .isInstanceOf(FinishException.class)
                .hasMessageContaining("picture");
    }

    private static boolean marginIsBlank(PDDocument document, int index) throws IOException {
        var page = new PDFRenderer(document).renderImage(index, 2);
        return isBlank(page, 0, page.getWidth(), bottomMargin(page));
    }

    /** Where the bottom margin begins. */
    private static int bottomMargin(BufferedImage page) {
        return (int) (page.getHeight() * (1 - 17 / 297.0));
    }

    private static boolean isBlank(BufferedImage page, int left, int right, int top) {
        for (var y = top; y < page.getHeight(); y++) {
            for (var x = left; x < right; x++) {
                if (page.getRGB(x, y) != WHITE) {
                    return false;
                }
            }
        }
        return true;
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s", "");
    }
}
