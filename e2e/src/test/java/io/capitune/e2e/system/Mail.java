package io.capitune.e2e.system;

import java.net.URI;
import java.util.regex.Pattern;

/** A mail in the local mailbox. */
public record Mail(String subject, String text, String html) {

    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");
    private static final Pattern CODE = Pattern.compile("(?m)^\\s*(\\d{6})\\s*$");

    /** The first address in its text. */
    public URI link() {
        return URI.create(found(ADDRESS, 0));
    }

    /** The link as a path of the gateway. */
    public String path() {
        var link = link();
        return link.getRawQuery() == null ? link.getRawPath() : link.getRawPath() + "?" + link.getRawQuery();
    }

    /** The token of a sign-in link. */
    public String token() {
        return link().getRawQuery().replaceFirst(".*\\btoken=([^&]*).*", "$1");
    }

    /** The six digits. */
    public String code() {
        return found(CODE, 1);
    }

    private String found(Pattern pattern, int group) {
        var matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new AssertionError("no " + pattern + " in " + text);
        }
        return matcher.group(group);
    }
}
