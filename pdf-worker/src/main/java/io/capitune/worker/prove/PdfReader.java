package io.capitune.worker.prove;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/**
 * Reads a PDF as a tracking system does: in the order of its content, without looking at the layout. What is marked as an
 * artifact is not read: a screen reader is silent about it, and a field that were hidden so has to be missed.
 */
final class PdfReader extends PDFTextStripper {

    private static final COSName ARTIFACT = COSName.getPDFName("Artifact");

    private final Deque<Boolean> hidden = new ArrayDeque<>();
    private int lost;

    private PdfReader() {
        setSortByPosition(false);
        setAddMoreFormatting(false);
        // Looks each letter up among all before it; Chromium prints none twice, and if it did, readers would find it
        // twice.
        setSuppressDuplicateOverlappingText(false);
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
    public void beginMarkedContentSequence(COSName tag, COSDictionary properties) {
        hidden.push(isHidden() || ARTIFACT.equals(tag));
        super.beginMarkedContentSequence(tag, properties);
    }

    @Override
    public void endMarkedContentSequence() {
        hidden.poll();
        super.endMarkedContentSequence();
    }

    private boolean isHidden() {
        var innermost = hidden.peek();
        return innermost != null && innermost;
    }

    @Override
    protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement) throws IOException {
        if (isHidden()) {
            return;
        }
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
