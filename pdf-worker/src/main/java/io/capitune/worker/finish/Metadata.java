package io.capitune.worker.finish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;

import io.capitune.cv.document.CvDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/**
 * Title, person and language, and that the file keeps both standards; in XMP and in the information dictionary. No dates: none
 * is asked for, and a true one would make each print another file. Which browser printed is nobody's business.
 */
final class Metadata {

    private static final String XMP = new String(Resources.bytes("/finish/metadata.xmp"), StandardCharsets.UTF_8);
    private static final String PRODUCER = "Capitune";

    /** What XML 1.0 has no place for. */
    private static final Pattern NOT_XML =
            Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private Metadata() {}

    static void write(PDDocument document, CvDocument cv) throws IOException {
        var catalog = document.getDocumentCatalog();
        var title = Objects.requireNonNullElse(document.getDocumentInformation().getTitle(), cv.name());
        var language = Objects.requireNonNullElse(catalog.getLanguage(), cv.language());
        var information = new PDDocumentInformation();
        information.setTitle(title);
        information.setAuthor(cv.name());
        information.setProducer(PRODUCER);
        document.setDocumentInformation(information);
        catalog.setLanguage(language);

        var stream = document.getDocument().createCOSStream();
        stream.setItem(COSName.TYPE, COSName.METADATA);
        stream.setItem(COSName.SUBTYPE, COSName.getPDFName("XML"));
        try (var out = stream.createRawOutputStream()) {
            out.write(XMP.formatted(escaped(title), escaped(cv.name()), escaped(language))
                    .getBytes(StandardCharsets.UTF_8));
        }
        catalog.getCOSObject().setItem(COSName.METADATA, stream);
    }

    private static String escaped(String text) {
        return NOT_XML.matcher(text)
                .replaceAll("")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
