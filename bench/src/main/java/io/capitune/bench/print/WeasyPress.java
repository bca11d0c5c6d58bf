package io.capitune.bench.print;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * WeasyPrint in a Python process of its own that stays: {@code press.py} reads a document and writes a PDF, each after its length.
 */
final class WeasyPress implements Press {

    private final Process python;
    private final DataOutputStream to;
    private final DataInputStream from;

    /**
     * @param script {@code bench/weasyprint/press.py}
     * @param packages the folder that pip installed WeasyPrint into
     * @param fontconfig the fontconfig file that says which fonts there are
     */
    WeasyPress(Path script, Path packages, Path fontconfig) {
        var command = new ProcessBuilder("python3", script.toString()).redirectError(ProcessBuilder.Redirect.INHERIT);
        command.environment().put("PYTHONPATH", packages.toString());
        command.environment().put("FONTCONFIG_FILE", fontconfig.toString());
        try {
            python = command.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        to = new DataOutputStream(new BufferedOutputStream(python.getOutputStream()));
        from = new DataInputStream(python.getInputStream());
    }

    @Override
    public byte[] print(String html) {
        try {
            var document = html.getBytes(StandardCharsets.UTF_8);
            to.writeInt(document.length);
            to.write(document);
            to.flush();
            return from.readNBytes(from.readInt());
        } catch (IOException e) {
            throw new UncheckedIOException("WeasyPrint ended", e);
        }
    }

    /** Its input ends, and with it the process. */
    @Override
    public void close() {
        try {
            to.close();
        } catch (IOException e) {
            python.destroy();
        }
    }
}
