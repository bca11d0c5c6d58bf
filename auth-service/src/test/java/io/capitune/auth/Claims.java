package io.capitune.auth;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import io.vertx.core.json.JsonObject;

/** Reads a token's parts without judging it. */
public final class Claims {

    private Claims() {}

    public static JsonObject of(String bearer) {
        return part(bearer, 1);
    }

    public static JsonObject header(String bearer) {
        return part(bearer, 0);
    }

    private static JsonObject part(String bearer, int index) {
        var part = bearer.replace("Bearer ", "").split("\\.")[index];
        return new JsonObject(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
    }
}
