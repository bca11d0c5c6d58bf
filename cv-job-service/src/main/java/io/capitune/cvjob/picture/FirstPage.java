package io.capitune.cvjob.picture;

import java.awt.RenderingHints;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import javax.imageio.ImageIO;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Draws a PDF's first page. */
final class FirstPage {

    private static final RenderingHints SMOOTH = new RenderingHints(Map.of(
            RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON,
            RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY,
            RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC));

    private FirstPage() {}

    /** The page as PNG, {@code width} pixels wide; throws {@link IllegalStateException} where the bytes are no PDF. */
    static byte[] png(byte[] pdf, int width) {
        try (var document = Loader.loadPDF(pdf)) {
            var renderer = new PDFRenderer(document);
            renderer.setRenderingHints(SMOOTH);
            var scale = width / document.getPage(0).getCropBox().getWidth();
            var image = renderer.renderImage(0, scale, ImageType.RGB);
            var png = new ByteArrayOutputStream();
            ImageIO.write(image, "png", png);
            return png.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException("the first page cannot be drawn", e);
        }
    }
}
