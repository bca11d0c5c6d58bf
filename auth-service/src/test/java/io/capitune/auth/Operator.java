package io.capitune.auth;

import java.util.Map;

import io.vertx.core.json.JsonObject;

/** Who runs the system, at the internal routes that {@code ./capitune admin} calls. */
public final class Operator {

    private Operator() {}

    /** With a token of their own. */
    public static Browser signedIn() {
        return as("operator", "op+secret/for/tests=");
    }

    /** A service, which is no operator. */
    public static Browser service() {
        return as("pdf-worker", "s3cret+for/tests=");
    }

    private static Browser as(String client, String secret) {
        var response = new Browser()
                .postForm(
                        "/api/auth/token",
                        Map.of("grant_type", "client_credentials", "client_id", client, "client_secret", secret));
        return new Browser()
                .with("Authorization", "Bearer " + new JsonObject(response.body()).getString("access_token"));
    }
}
