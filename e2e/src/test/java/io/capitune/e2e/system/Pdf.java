package io.capitune.e2e.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * What was printed, read back from the file itself.
 *
 * @param text as PDFBox reads it
 * @param title of the document's information
 * @param tagged whether it has a structure tree
 */
public record Pdf(byte[] bytes, String text, int pages, String title, String language, boolean tagged) {

    public static Pdf of(byte[] bytes) {
        try (var document = Loader.loadPDF(bytes)) {
            var catalog = document.getDocumentCatalog();
            return new Pdf(
                    bytes,
                    new PDFTextStripper().getText(document),
                    document.getNumberOfPages(),
                    document.getDocumentInformation().getTitle(),
                    catalog.getLanguage(),
                    catalog.getStructureTreeRoot() != null);
        } catch (IOException e) {
            throw new UncheckedIOException("no PDF: " + new String(bytes, 0, Math.min(300, bytes.length)), e);
        }
    }

    public static Pdf of(Path file) {
        try {
            return of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps it for people to look at. */
    public void save(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a text stands in it, however its lines are broken. */
    public boolean says(String expected) {
        return squeezed(text).contains(squeezed(expected));
    }

    private static String squeezed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Cf}]", "");
    }
}
