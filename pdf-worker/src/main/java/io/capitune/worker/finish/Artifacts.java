package io.capitune.worker.finish;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * Marks what is painted and belongs to no tag as an artifact, as both standards ask: the white of the page, the space between
 * two boxes. A picture that belongs to no tag is refused: browsers make pictures of text that they blur or shade, and nobody
 * would miss it in a file that passes every check. Text is not looked at here; the proof reads none that is an artifact.
 */
final class Artifacts {

    private static final byte[] BEGIN = "/Artifact BMC\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "\nEMC".getBytes(StandardCharsets.US_ASCII);

    private final byte[] content;
    private final Consumer<String> drawn;
    private final ByteArrayOutputStream marked;
    private final Deque<Boolean> covers = new ArrayDeque<>();
    private int copied;
    private int pathStart = -1;

    private Artifacts(byte[] content, Consumer<String> drawn) {
        this.content = content;
        this.drawn = drawn;
        this.marked = new ByteArrayOutputStream(content.length + 1024);
    }

    /**
     * The content with its artifacts marked.
     *
     * @param drawn is told the name of each form or picture that is drawn outside of any tag
     * @throws FinishException if the content is broken
     */
    static byte[] marked(byte[] content, Consumer<String> drawn) {
        var artifacts = new Artifacts(content, drawn);
        var scanner = new ContentScanner(content);
        while (scanner.next()) {
            artifacts.take(scanner);
        }
        return artifacts.end();
    }

    private void take(ContentScanner operator) {
        switch (operator.operator()) {
            case "BMC", "BDC" -> begin(operator.operands());
            case "EMC" -> endSequence();
            case "m", "re" -> pathStart = pathStart < 0 ? operator.start() : pathStart;
            case "n" -> pathStart = -1;
            case "f", "F", "f*", "S", "s", "B", "B*", "b", "b*" -> {
                mark(pathStart < 0 ? operator.start() : pathStart, operator.end());
                pathStart = -1;
            }
            case "Tj", "TJ", "'", "\"", "sh" -> mark(operator.start(), operator.end());
            case "Do" -> draw(operator.operands());
            case "BI" -> throw new FinishException("the print has a picture in its text");
            default -> {}
        }
    }

    private void begin(String operands) {
        outsideOfPaths();
        // A sequence without an identifier, such as one that spells a ligature out, belongs to no tag by itself.
        var tagged = operands.contains("/MCID") || operands.startsWith("/Artifact");
        covers.push(tagged || isCovered());
    }

    private void endSequence() {
        outsideOfPaths();
        if (covers.poll() == null) {
            throw new FinishException("a tag in the print ends that never began");
        }
    }

    private void outsideOfPaths() {
        if (pathStart >= 0) {
            throw new FinishException("a tag in the print begins or ends within a path");
        }
    }

    private boolean isCovered() {
        var innermost = covers.peek();
        return innermost != null && innermost;
    }

    private void draw(String operand) {
        if (!isCovered()) {
            drawn.accept(operand.strip().substring(1));
        }
    }

    private void mark(int from, int to) {
        if (!isCovered()) {
            marked.write(content, copied, from - copied);
            marked.writeBytes(BEGIN);
            marked.write(content, from, to - from);
            marked.writeBytes(END);
            copied = to;
        }
    }

    private byte[] end() {
        if (!covers.isEmpty()) {
            throw new FinishException("a tag in the print has no end");
        }
        marked.write(content, copied, content.length - copied);
        return marked.toByteArray();
    }
}
