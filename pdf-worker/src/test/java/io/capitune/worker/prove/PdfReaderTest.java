package io.capitune.worker.prove;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PdfReaderTest {

    @Test
    void whatIsMarkedAsAnArtifactIsNotRead() throws IOException {
        try (var document = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            var page = new PDPage();
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.setFont(new PDType1Font(FontName.HELVETICA), 12);
                content.beginMarkedContent(COSName.getPDFName("Artifact"));
                write(content, 700, "hidden");
                content.endMarkedContent();
                content.beginMarkedContent(COSName.P);
                write(content, 600, "said");
                content.endMarkedContent();
            }
            document.save(out);
            assertThat(PdfReader.read(out.toByteArray()).text().strip()).isEqualTo("said");
        }
    }

    private static void write(PDPageContentStream content, int y, String text) throws IOException {
        content.beginText();
        content.newLineAtOffset(100, y);
        content.showText(text);
        content.endText();
    }
}
