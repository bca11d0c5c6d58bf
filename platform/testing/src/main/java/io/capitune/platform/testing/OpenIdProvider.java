package io.capitune.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

import org.awaitility.Awaitility;

/**
 * A process with real OpenID providers: the certified {@code oidc-provider} on Node.js, whose sign-in page takes anybody for whom they
 * say they are ({@code platform/testing/openid-provider}).
 */
public final class OpenIdProvider implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(90);

    private final Process process;

    private OpenIdProvider(Process process) {
        this.process = process;
    }

    /**
     * One of the providers, with its only client.
     *
     * @param redirectUri where it sends people back to
     * @param inIdToken whether addresses are in its ID tokens; else at UserInfo alone
     */
    public record Settings(int port, String clientId, String clientSecret, String redirectUri, boolean inIdToken) {

        public String issuer() {
            return "http://127.0.0.1:" + port;
        }

        private String json() {
            return """
                    {"port":%d,"client_id":"%s","client_secret":"%s","redirect_uri":"%s","in_id_token":%b}""".formatted(port, clientId, clientSecret, redirectUri, inIdToken);
        }
    }

    /** Starts one process with all of them, and waits until they answer. */
    public static OpenIdProvider start(List<Settings> providers) {
        try {
            Files.createDirectories(Path.of("target"));
            var process = new ProcessBuilder(
                            "node",
                            root().resolve("platform/testing/openid-provider/provider.mjs")
                                    .toString(),
                            packages().toString(),
                            providers.stream().map(Settings::json).collect(Collectors.joining(",", "[", "]")))
                    .redirectErrorStream(true)
                    .redirectOutput(Path.of("target", "openid-provider.log").toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
            Awaitility.await("the OpenID providers; see target/openid-provider.log")
                    .atMost(START_LIMIT)
                    .pollInterval(Duration.ofMillis(100))
                    .ignoreExceptions()
                    .failFast("it has ended; see target/openid-provider.log", () -> !process.isAlive())
                    .until(() -> providers.stream().allMatch(OpenIdProvider::answers));
            return new OpenIdProvider(process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean answers(Settings provider) {
        try (var http = HttpClient.newHttpClient()) {
            var discovery = URI.create(provider.issuer() + "/.well-known/openid-configuration");
            return http.send(HttpRequest.newBuilder(discovery).build(), HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Path packages() throws IOException {
        var named = System.getenv("CAPITUNE_OPENID_PROVIDER");
        if (named != null) {
            return Path.of(named).toAbsolutePath();
        }
        var tools = root().resolve(".tools");
        if (Files.isDirectory(tools)) {
            try (var found = Files.list(tools)) {
                var fetched = found.filter(
                                folder -> folder.getFileName().toString().startsWith("oidc-provider-"))
                        .findFirst();
                if (fetched.isPresent()) {
                    return fetched.get();
                }
            }
        }
        throw new IllegalStateException(
                "No oidc-provider found: run the tests by `./capitune test`, or set CAPITUNE_OPENID_PROVIDER.");
    }

    private static Path root() {
        return Path.of(System.getProperty("capitune.root", ".")).toAbsolutePath();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
