package io.capitune.notification.mailbox;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A piece of a mail's text: plain, or an address to click on. */
public record Fragment(String text, boolean link) {

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]+");

    /** The text in its pieces, none of it lost. */
    static List<Fragment> of(String text) {
        var fragments = new ArrayList<Fragment>();
        var addresses = ADDRESS.matcher(text);
        var end = 0;
        while (addresses.find()) {
            fragments.add(new Fragment(text.substring(end, addresses.start()), false));
            fragments.add(new Fragment(addresses.group(), true));
            end = addresses.end();
        }
        fragments.add(new Fragment(text.substring(end), false));
        return fragments;
    }
}
