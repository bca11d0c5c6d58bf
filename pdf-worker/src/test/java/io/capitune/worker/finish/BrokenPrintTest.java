package io.capitune.worker.finish;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Whatever is no whole print is refused, and by one exception. */
class BrokenPrintTest {

    private interface Change {
        void on(PDDocument document) throws IOException;
    }

    private static byte[] pdf(Change change) {
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage());
            document.getDocumentCatalog().setStructureTreeRoot(new PDStructureTreeRoot());
            change.on(document);
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] drawing(String content) {
        return pdf(document -> {
            var stream = new PDStream(document);
            try (var out = stream.createOutputStream()) {
                out.write(content.getBytes(StandardCharsets.ISO_8859_1));
            }
            document.getPage(0).setContents(stream);
        });
    }

    private static byte[] finished(byte[] printed) {
        return new Finisher().finish(printed, "", Pages.CV);
    }

    private static void isRefused(byte[] printed) {
        assertThatThrownBy(() -> finished(printed)).isInstanceOf(FinishException.class);
    }

    @Test
    void wholePrintIsNotRefused() {
        assertThat(finished(drawing("0 0 m 5 5 l S"))).isNotEmpty();
    }

    @Test
    void nothingIsRefused() {
        isRefused(new byte[0]);
    }

    @Test
    void anythingElseIsRefused() {
        isRefused("<html>Bad gateway</html>".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void halfIsRefused() {
        var whole = drawing("0 0 m 5 5 l S");
        isRefused(Arrays.copyOf(whole, whole.length / 2));
    }

    @Test
    void encryptedIsRefused() {
        isRefused(pdf(
                document -> document.protect(new StandardProtectionPolicy("owner", "secret", new AccessPermission()))));
        isRefused(pdf(document -> document.protect(new StandardProtectionPolicy("owner", "", new AccessPermission()))));
    }

    @Test
    void withoutPagesIsRefused() {
        isRefused(pdf(document -> document.removePage(0)));
    }

    @Test
    void untaggedIsRefused() {
        isRefused(pdf(document -> document.getDocumentCatalog().setStructureTreeRoot(null)));
    }

    @Test
    void structureInACircleIsRefused() {
        isRefused(pdf(document -> {
            var element = new COSDictionary();
            element.setItem(COSName.S, COSName.P);
            var kids = new COSArray();
            kids.add(element);
            element.setItem(COSName.K, kids);
            document.getDocumentCatalog().getStructureTreeRoot().setK(kids);
        }));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EMC",
                "/P <</MCID 0>> BDC",
                "0 0 m /P <</MCID 0>> BDC 5 5 l S EMC",
                "(text",
                "/X1 Do",
                "BI ID x EI"
            })
    void contentOutOfOrderIsRefused(String content) {
        isRefused(drawing(content));
    }
}
