package io.capitune.cvjob.download;

import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** Strong entity tags (RFC 9110, section 8.8.3). */
public final class EntityTags {

    private EntityTags() {}

    /** The tag of a version; {@code version} is base64url or the like. */
    public static String of(String version) {
        return '"' + version + '"';
    }

    /** Whether {@code If-None-Match} names the tag, so that the reader has it already. */
    public static boolean known(@Nullable String ifNoneMatch, String tag) {
        return ifNoneMatch != null
                && Stream.of(ifNoneMatch.split(","))
                        .map(String::strip)
                        .map(one -> one.startsWith("W/") ? one.substring(2) : one)
                        .anyMatch(one -> one.equals(tag) || one.equals("*"));
    }
}
