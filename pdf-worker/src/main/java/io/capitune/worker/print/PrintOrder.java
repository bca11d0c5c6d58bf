package io.capitune.worker.print;

import java.util.regex.Pattern;

/**
 * What to print.
 *
 * @param html a whole document that needs nothing from outside
 * @param footer Chromium's footer template, used where there is more than one page
 */
public record PrintOrder(String html, String footer) {

    // One-page CVs of our templates have up to 1,900 characters, those of two pages 3,200 and more (examples/).
    private static final int LONG = 2500;
    private static final Pattern HEAD_OR_TAG = Pattern.compile("<head\\b.*?</head>|<[^>]*>", Pattern.DOTALL);

    // render-service names the font of its template.
    private static final Pattern FONT = Pattern.compile("<meta name=\"capitune-footer-font\" content=\"([A-Za-z ]+)\"");

    /** Whether the document has the text of more than one page; only a guess, and a wrong one costs a second print. */
    boolean looksLong() {
        return HEAD_OR_TAG.matcher(html).replaceAll("").length() > LONG;
    }

    /** A document numbered in the footer in the product's manner, {@code 2/3}, in the font that its head names. */
    public static PrintOrder numbered(String html) {
        var named = FONT.matcher(html);
        return new PrintOrder(html, """
                <div style="width:100%%;text-align:center;font:8pt '%s';color:#515869">\
                <span class="pageNumber"></span>/<span class="totalPages"></span></div>""".formatted(named.find() ? named.group(1) : "Hanken Grotesk"));
    }
}
