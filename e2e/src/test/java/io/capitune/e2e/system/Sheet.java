package io.capitune.e2e.system;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a CV says, from its preview: one text for each heading, paragraph and list item, in the order of the page.
 */
public record Sheet(List<Line> lines) {

    // None of these holds another in our templates.
    private static final Pattern BLOCK = Pattern.compile("<(h1|h2|h3|p|li)\\b([^>]*)>(.*?)</\\1>", Pattern.DOTALL);

    /**
     * One text.
     *
     * @param beside whether it stands beside another, as dates do beside a title, so that readers which go by the layout may come
     *     to it sooner or later
     */
    public record Line(String text, boolean beside) {}

    /** The sheet that {@code /cv/preview} answers with. */
    public static Sheet of(String html) {
        var body = html.substring(html.indexOf("<body"));
        return new Sheet(BLOCK.matcher(body).results().map(Sheet::line).toList());
    }

    private static Line line(MatchResult block) {
        var text = block.group(3)
                .replaceAll("<[^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
        return new Line(text.strip(), block.group(2).contains("dates"));
    }
}
