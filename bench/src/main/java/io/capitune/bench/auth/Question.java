package io.capitune.bench.auth;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.capitune.bench.target.Http;

/**
 * A request that names an address and must not tell by its time whether the address is known. One that the system does not have
 * is left out.
 *
 * @param body what is posted for an address
 */
record Question(String path, Function<String, Map<String, String>> body) {

    private static final String PASSWORD = "correct horse battery staple 7";

    /** All that are measured. */
    static final List<Question> ALL = List.of(
            new Question("/api/auth/signin/email", email -> Map.of("email", email)),
            new Question("/api/auth/login", email -> Map.of("email", email, "password", PASSWORD)),
            new Question("/api/auth/register", email -> Map.of("email", email, "password", PASSWORD)),
            new Question("/api/auth/forgot-password", email -> Map.of("email", email)));

    HttpRequest about(String address, String service) {
        return Http.to(service + path)
                .header("Content-Type", "application/json")
                .POST(Http.json(body.apply(address)))
                .build();
    }
}
