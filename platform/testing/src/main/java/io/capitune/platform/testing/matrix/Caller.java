package io.capitune.platform.testing.matrix;

import java.util.HashMap;
import java.util.Map;

/**
 * Somebody who calls.
 *
 * @param id whose objects are the caller's own; a visitor has one, too, that nobody knows of
 * @param headers what tells who it is; empty for a visitor
 */
public record Caller(String id, Map<String, String> headers) {

    /** Without any sign of who it is. */
    public static Caller visitor(String id) {
        return new Caller(id, Map.of());
    }

    /** With an access token. */
    public static Caller bearer(String id, String token) {
        return new Caller(id, Map.of("Authorization", "Bearer " + token));
    }

    /** The same with one header more. */
    public Caller with(String header, String value) {
        var more = new HashMap<>(headers);
        more.put(header, value);
        return new Caller(id, Map.copyOf(more));
    }
}
