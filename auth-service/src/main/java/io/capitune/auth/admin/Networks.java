package io.capitune.auth.admin;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.capitune.auth.source.SourceNetwork;

/** Networks between the form in which they are kept ({@link SourceNetwork}) and the one that people write. */
final class Networks {

    private static final Pattern PREFIX = Pattern.compile("/(32|64)$");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-f]{16}");

    private Networks() {}

    /** The network of an address, of a network such as {@code 2001:db8:0:1::/64}, or one as it is kept. */
    static String kept(String typed) {
        return SourceNetwork.of(PREFIX.matcher(typed).replaceFirst("")).value().toLowerCase(Locale.ROOT);
    }

    /** The network as people write it. */
    static String written(String kept) {
        return IPV6.matcher(kept).matches()
                ? Arrays.stream(kept.split("(?<=\\G.{4})"))
                                .map(group -> Integer.toHexString(Integer.parseInt(group, 16)))
                                .collect(Collectors.joining(":"))
                        + "::/64"
                : kept;
    }
}
