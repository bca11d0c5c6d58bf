package io.capitune.bench.gateway;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import io.capitune.bench.target.Candidate;
import io.capitune.bench.target.Http;
import io.capitune.bench.target.Target;

/**
 * A route of the benchmark's own gateway, as long as the benchmark runs: requests with a header of its own reach the page with
 * every middleware but the sign-in check.
 */
final class UncheckedRoute implements AutoCloseable {

    private static final String HEADER = "X-Bench-Unchecked";

    private final Path file;
    private final String url;

    private UncheckedRoute(Path file, String url) {
        this.file = file;
        this.url = url;
    }

    static UncheckedRoute open(Target target, Http http, String page) throws IOException {
        var file = target.routes().resolve("bench.yml");
        var draft = target.routes().resolve("bench.draft");
        Files.writeString(draft, """
                http:
                  middlewares:
                    bench-mark:
                      headers: { customResponseHeaders: { %2$s: "yes" } }
                  routers:
                    bench:
                      entryPoints: [ web ]
                      rule: Path(`%1$s`) && Header(`%2$s`, `yes`)
                      priority: 100000
                      middlewares: [ strict-headers, shared, bench-mark ]
                      service: portal
                """.formatted(page, HEADER));
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        var route = new UncheckedRoute(file, target.gateway() + page);
        route.await(http);
        return route;
    }

    /** The request for the page on this route, as somebody with that {@code Authorization}. */
    HttpRequest request(String authorization) {
        return Http.to(url)
                .header("Authorization", authorization)
                .header(HEADER, "yes")
                .build();
    }

    /** The gateway takes a moment to see the file; its answers then carry the mark. */
    private void await(Http http) {
        var probe = Http.to(url).header(HEADER, "yes").build();
        for (var tries = 0; tries < 200; tries++) {
            if (http.send(probe, 200).headers().firstValue(HEADER).isPresent()) {
                return;
            }
            Candidate.pause(50);
        }
        throw new IllegalStateException("the gateway did not take the benchmark's route");
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
