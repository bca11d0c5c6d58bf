package io.capitune.worker.print;

import java.util.regex.Pattern;

/**
 * What to print.
 *
 * @param html a whole document that needs nothing from outside
 * @param footer Chromium's footer template, used where there is more than one page
 */
public record PrintOrder(String html, String footer) {

    // render-service names the font of its template.
    private static final Pattern FONT = Pattern.compile("<meta name=\"capitune-footer-font\" content=\"([A-Za-z ]+)\"");

    /** A document numbered in the footer in the product's manner, {@code 2/3}, in the font that its head names. */
    public static PrintOrder numbered(String html) {
        var named = FONT.matcher(html);
        return new PrintOrder(html, """
                <div style="width:100%%;text-align:center;font:8pt '%s';color:#515869">\
                <span class="pageNumber"></span>/<span class="totalPages"></span></div>""".formatted(named.find() ? named.group(1) : "Hanken Grotesk"));
    }
}
