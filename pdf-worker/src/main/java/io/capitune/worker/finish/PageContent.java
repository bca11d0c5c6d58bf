package io.capitune.worker.finish;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jspecify.annotations.Nullable;

/** The drawing instructions of pages, and of the forms that they draw: marks their artifacts, and adds the page's number. */
final class PageContent {

    /** A quarter of the usual level's time, for a fifth more of what is a tenth of the file. */
    private static final int DEFLATE_LEVEL = 3;

    private final PDDocument document;
    private final Set<COSStream> forms = Collections.newSetFromMap(new IdentityHashMap<>());

    PageContent(PDDocument document) {
        this.document = document;
    }

    /**
     * Marks a page's artifacts and adds its number.
     *
     * @param number what draws the number, in the page's own coordinates; empty for none
     * @throws FinishException if the content is broken, or a picture in it belongs to no tag
     */
    void finish(PDPage page, String number) throws IOException {
        byte[] content;
        try (var stream = page.getContents()) {
            content = stream.readAllBytes();
        }
        var resources = page.getCOSObject().getCOSDictionary(COSName.RESOURCES);
        var marked = Artifacts.marked(content, name -> drawn(resources, name));
        var fresh = document.getDocument().createCOSStream();
        write(fresh, number.isEmpty() ? marked : numbered(marked, number));
        page.getCOSObject().setItem(COSName.CONTENTS, fresh);
    }

    /** Chromium scales the page once and for all at the beginning; the number is drawn as if it had not. */
    private static byte[] numbered(byte[] content, String number) {
        var all = new ByteArrayOutputStream(content.length + number.length() + 8);
        all.writeBytes("q\n".getBytes(StandardCharsets.US_ASCII));
        all.writeBytes(content);
        all.writeBytes(("\nQ\n" + number).getBytes(StandardCharsets.US_ASCII));
        return all.toByteArray();
    }

    private void drawn(@Nullable COSDictionary resources, String name) {
        var objects = resources == null ? null : resources.getCOSDictionary(COSName.XOBJECT);
        var object = objects == null ? null : objects.getCOSStream(COSName.getPDFName(name));
        if (object == null || !COSName.FORM.equals(object.getCOSName(COSName.SUBTYPE))) {
            throw new FinishException("a picture in the print belongs to no tag");
        }
        if (forms.add(object)) {
            finish(object);
        }
    }

    private void finish(COSStream form) {
        try {
            byte[] content;
            try (var stream = form.createInputStream()) {
                content = stream.readAllBytes();
            }
            var resources = form.getCOSDictionary(COSName.RESOURCES);
            write(form, Artifacts.marked(content, name -> drawn(resources, name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(COSStream stream, byte[] content) throws IOException {
        var deflater = new Deflater(DEFLATE_LEVEL);
        try (var out = new DeflaterOutputStream(stream.createRawOutputStream(), deflater)) {
            out.write(content);
        } finally {
            deflater.end();
        }
        stream.setItem(COSName.FILTER, COSName.FLATE_DECODE);
        stream.removeItem(COSName.DECODE_PARMS);
    }
}
