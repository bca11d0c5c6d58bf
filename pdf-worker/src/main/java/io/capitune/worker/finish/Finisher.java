package io.capitune.worker.finish;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.cv.document.CvDocument;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Makes of Chromium's print the file that is stored: PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2) in one, pages numbered
 * from the second on, and the same bytes for the same CV, template and page size, whatever browser printed it and when.
 */
@ApplicationScoped
public class Finisher {

    private static final float VERSION = 1.7f;
    private static final int ROOM = 16_384;

    /**
     * The final file.
     *
     * @param printed a tagged, outlined print without header and footer
     * @param html what was printed; its head names the font of the page numbers
     * @param cv what the links and the title are taken from
     * @throws FinishException if the print is broken or not tagged, or if something in it belongs to no tag but says something
     */
    public byte[] finish(byte[] printed, String html, CvDocument cv) {
        try (var document = read(printed)) {
            var out = new ByteArrayOutputStream(printed.length + ROOM);
            finish(document, PageNumbers.in(html), cv);
            // Object streams would save a third of the size and cost as much time as all the rest, here and at each
            // reading.
            document.save(out, CompressParameters.NO_COMPRESSION);
            return FileId.stamped(out.toByteArray());
        } catch (IOException | UncheckedIOException | ClassCastException | IllegalArgumentException e) {
            throw new FinishException("the print is broken", e);
        }
    }

    private static PDDocument read(byte[] printed) throws IOException {
        // A lenient reader would mend a broken print, and lose what it cannot find.
        var document = new PDFParser(new RandomAccessReadBuffer(printed)).parse(false);
        if (document.isEncrypted() || document.getNumberOfPages() == 0) {
            document.close();
            throw new FinishException("the print is encrypted or empty");
        }
        return document;
    }

    private static void finish(PDDocument document, PageNumbers numbers, CvDocument cv) throws IOException {
        new StructureTree(document).mend();
        var links = LinkLabels.of(cv);
        var content = new PageContent(document);
        var pages = document.getNumberOfPages();
        var number = 1;
        for (var page : document.getPages()) {
            links.describe(page);
            content.finish(page, number == 1 ? "" : numbers.drawn(page.getMediaBox(), number, pages));
            number++;
        }
        Metadata.write(document, cv);
        ColorProfile.embed(document);
        FileId.reserve(document);
        document.getDocument().setVersion(VERSION);
        // PDFBox numbers all objects anew, from here on; beyond the print's own numbers it would list each of those as
        // free.
        document.getDocument().setHighestXRefObjectNumber(0);
    }
}
