package io.capitune.worker.prove;

import java.io.IOException;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/** Reads a PDF as a tracking system does: in the order of its content, without looking at the layout. */
final class PdfReader extends PDFTextStripper {

    private int lost;

    private PdfReader() {
        setSortByPosition(false);
        setAddMoreFormatting(false);
    }

    /** Reads the whole file; throws where it is not a PDF. */
    static ReadBack read(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            var reader = new PdfReader();
            var text = reader.getText(document);
            return new ReadBack(text, document.getNumberOfPages(), reader.lost + replacements(text));
        }
    }

    @Override
    protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement) throws IOException {
        // Glyph 0 of every font is the empty box that stands for "no glyph".
        if (font instanceof PDType0Font embedded && embedded.codeToGID(code) == 0) {
            lost++;
        }
        super.showGlyph(matrix, font, code, displacement);
    }

    private static int replacements(String text) {
        return (int) text.chars().filter(character -> character == '\uFFFD').count();
    }
}
