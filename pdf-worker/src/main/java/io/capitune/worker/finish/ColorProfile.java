package io.capitune.worker.finish;

import java.io.IOException;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Says what the file's colours mean: sRGB, by an output intent (ISO 19005-2, 6.2.3). */
final class ColorProfile {

    private static final byte[] SRGB = Resources.bytes("/finish/srgb.icc");

    private ColorProfile() {}

    static void embed(PDDocument document) throws IOException {
        var profile = document.getDocument().createCOSStream();
        profile.setInt(COSName.N, 3);
        try (var out = profile.createRawOutputStream()) {
            out.write(SRGB);
        }
        var intent = new COSDictionary();
        intent.setItem(COSName.TYPE, COSName.getPDFName("OutputIntent"));
        intent.setItem(COSName.S, COSName.getPDFName("GTS_PDFA1"));
        intent.setString(COSName.getPDFName("OutputConditionIdentifier"), "sRGB");
        intent.setString(COSName.getPDFName("Info"), "sRGB IEC61966-2.1");
        intent.setItem(COSName.getPDFName("DestOutputProfile"), profile);
        var intents = new COSArray();
        intents.add(intent);
        document.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("OutputIntents"), intents);
    }
}
