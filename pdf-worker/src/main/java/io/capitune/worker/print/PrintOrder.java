package io.capitune.worker.print;

/**
 * What to print.
 *
 * @param html a whole document that needs nothing from outside
 * @param footer Chromium's footer template, used where there is more than one page
 */
public record PrintOrder(String html, String footer) {

    /** A document numbered in the footer in the product's manner: {@code 2/3}, small and grey, in the given font. */
    public static PrintOrder numbered(String html, String fontFamily) {
        return new PrintOrder(html, """
                <div style="width:100%%;text-align:center;font:8pt '%s';color:#515869">\
                <span class="pageNumber"></span>/<span class="totalPages"></span></div>""".formatted(fontFamily));
    }
}
