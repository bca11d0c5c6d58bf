package io.capitune.worker.finish;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Finds the operators in a content stream (ISO 32000-1, 7.8.2) with where they and their operands stand. PDFBox's parser would
 * make an object of every number and write each anew; here whatever need not change stays as the browser wrote it.
 */
final class ContentScanner {

    /** What may stand in a name, a number or an operator. */
    private static final boolean[] REGULAR = new boolean[256];

    static {
        Arrays.fill(REGULAR, true);
        "\0\t\n\f\r ()<>[]{}/%".chars().forEach(character -> REGULAR[character] = false);
    }

    private final byte[] content;
    private int position;
    private int operandsStart;
    private String operator = "";

    ContentScanner(byte[] content) {
        this.content = content;
    }

    /** Goes to the next operator; false where there is none. */
    boolean next() {
        operandsStart = -1;
        while (skipSpace()) {
            var start = position;
            if (operandsStart < 0) {
                operandsStart = start;
            }
            if (skipToken()) {
                operator = text(start, position);
                return true;
            }
        }
        return false;
    }

    String operator() {
        return operator;
    }

    /** Where the operator's first operand begins, or the operator itself where it has none. */
    int start() {
        return operandsStart;
    }

    /** Behind the operator. */
    int end() {
        return position;
    }

    /** The operands as they are written. */
    String operands() {
        return text(operandsStart, position - operator.length());
    }

    private String text(int from, int to) {
        return new String(content, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private boolean skipSpace() {
        while (position < content.length) {
            if (content[position] == '%') {
                while (position < content.length && content[position] != '\n' && content[position] != '\r') {
                    position++;
                }
            } else if (isSpace(content[position])) {
                position++;
            } else {
                return true;
            }
        }
        return false;
    }

    /** Skips one token and says whether it was an operator. */
    private boolean skipToken() {
        switch (content[position]) {
            case '(' -> skipString();
            case '<' -> skipHexOrDictionary();
            case '>', '[', ']', '{', '}', ')' -> position++;
            case '/' -> {
                position++;
                skipRegular();
            }
            default -> {
                var start = position;
                skipRegular();
                return !isNumber(content[start]) && !isConstant(text(start, position));
            }
        }
        return false;
    }

    private void skipString() {
        var depth = 0;
        do {
            switch (content[position]) {
                case '\\' -> position++;
                case '(' -> depth++;
                case ')' -> depth--;
                default -> {}
            }
            position++;
        } while (depth > 0 && position < content.length);
        if (depth > 0) {
            throw new FinishException("a string in the print has no end");
        }
    }

    private void skipHexOrDictionary() {
        position++;
        if (position < content.length && content[position] == '<') {
            position++;
            return;
        }
        while (position < content.length && content[position] != '>') {
            position++;
        }
        position++;
    }

    private void skipRegular() {
        while (position < content.length && REGULAR[content[position] & 0xFF]) {
            position++;
        }
    }

    private static boolean isSpace(byte one) {
        return one == ' ' || one == '\n' || one == '\r' || one == '\t' || one == '\f' || one == 0;
    }

    private static boolean isNumber(byte first) {
        return first >= '0' && first <= '9' || first == '-' || first == '+' || first == '.';
    }

    private static boolean isConstant(String word) {
        return word.equals("true") || word.equals("false") || word.equals("null");
    }
}
