package io.capitune.worker.print;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The number of pages, read off the page tree that Chromium writes in plain text; PDFBox takes its time at this. */
final class PageCount {

    private static final Pattern COUNT = Pattern.compile("/Type\\s*/Pages\\b[^>]*?/Count\\s+(\\d+)");
    private static final Pattern PAGE = Pattern.compile("/Type\\s*/Page\\b(?!s)");

    private PageCount() {}

    static int of(byte[] pdf) {
        var text = new String(pdf, StandardCharsets.ISO_8859_1);
        var most = 0;
        for (var count = COUNT.matcher(text); count.find(); ) {
            most = Math.max(most, Integer.parseInt(count.group(1)));
        }
        return most > 0 ? most : (int) PAGE.matcher(text).results().count();
    }
}
