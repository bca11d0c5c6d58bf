package io.capitune.worker.finish;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;

/** The file's identifier (ISO 32000-1, 14.4): a hash of the file itself, since a random one would differ each time. */
final class FileId {

    private static final int BYTES = 16;
    private static final byte[] EMPTY = ("<" + "00".repeat(BYTES) + ">").getBytes(StandardCharsets.US_ASCII);

    private FileId() {}

    /** Leaves room for it in the trailer. */
    static void reserve(PDDocument document) {
        var empty = new COSString(new byte[BYTES], true);
        var both = new COSArray();
        both.add(empty);
        both.add(empty);
        document.getDocument().getTrailer().setItem(COSName.ID, both);
    }

    /** The file with both halves of its identifier set to the hash of the rest. */
    static byte[] stamped(byte[] file) {
        var id = HexFormat.of().withUpperCase().formatHex(hash(file), 0, BYTES).getBytes(StandardCharsets.US_ASCII);
        var second = lastEmpty(file, file.length);
        var first = lastEmpty(file, second);
        System.arraycopy(id, 0, file, first + 1, id.length);
        System.arraycopy(id, 0, file, second + 1, id.length);
        return file;
    }

    private static int lastEmpty(byte[] file, int before) {
        for (var at = before - EMPTY.length; at >= 0; at--) {
            if (Arrays.equals(file, at, at + EMPTY.length, EMPTY, 0, EMPTY.length)) {
                return at;
            }
        }
        throw new IllegalStateException("no room was left for the identifier");
    }

    private static byte[] hash(byte[] file) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(file);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
