package io.capitune.e2e.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import com.sun.net.httpserver.HttpExchange;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * A bucket of a real S3 server (S3Proxy, in memory), and in front of it a proxy that fails as object stores do. Signatures
 * are not looked at: the proxy is another host than the one that was signed for.
 */
final class FaultyBucket implements AutoCloseable {

    static final String NAME = "pdfs";

    private static final Duration SLOW = Duration.ofSeconds(2);

    /** What a proxy may not hand on, or writes itself. */
    private static final Set<String> OWN_HEADERS =
            Set.of("connection", "content-length", "expect", "host", "transfer-encoding", "upgrade");

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final TransientNio2BlobStore objects = new TransientNio2BlobStore();
    private final ObjectLog log = new ObjectLog();
    private final Ill ill = new Ill();
    private final S3Proxy server;
    private final LoopbackServer proxy;

    FaultyBucket() {
        objects.createContainer(NAME);
        server = S3Proxy.builder()
                .blobStore(objects)
                .endpoint(URI.create("http://127.0.0.1:0"))
                .stopTimeout(0)
                .build();
        try {
            server.start();
        } catch (Exception e) {
            throw new AssertionError("the S3 server does not start", e);
        }
        proxy = new LoopbackServer(this::handle);
    }

    String address() {
        return proxy.address();
    }

    Ill ill() {
        return ill;
    }

    /** The names of all objects. */
    Set<String> names() {
        var names = new HashSet<String>();
        String from = null;
        do {
            var page = objects.list(
                    ListObjectsV2Request.builder().bucket(NAME).startAfter(from).build());
            names.addAll(page.contents().stream().map(S3Object::key).collect(Collectors.toSet()));
            from = Boolean.TRUE.equals(page.isTruncated())
                    ? page.contents().getLast().key()
                    : null;
        } while (from != null);
        return names;
    }

    /** What was asked about which object, and how that went. */
    ObjectLog log() {
        return log;
    }

    /** An object's bytes, asked of the server itself. */
    byte[] read(String name) {
        try {
            return http.send(
                            HttpRequest.newBuilder(behind("/" + NAME + "/" + name))
                                    .build(),
                            BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new UncheckedIOException(interrupted(e));
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        var name = exchange.getRequestURI().getPath().replaceFirst("^/" + NAME + "/", "");
        var method = exchange.getRequestMethod();
        var fault = ill.meets(present -> present.spoils(method));
        log.add(method, name, fault);
        switch (fault) {
            case STORAGE_BUSY -> refuse(exchange, 503, "SlowDown");
            case STORAGE_BROKEN -> refuse(exchange, 500, "InternalError");
            case STORAGE_FULL -> refuse(exchange, 507, "InsufficientStorage");
            case STORAGE_CUT -> exchange.close();
            case STORAGE_MUTE -> {
                asked(exchange, body);
                exchange.close();
            }
            case STORAGE_SLOW -> {
                delay();
                answer(exchange, asked(exchange, body));
            }
            case null, default -> answer(exchange, asked(exchange, body));
        }
    }

    private HttpResponse<byte[]> asked(HttpExchange exchange, byte[] body) throws IOException {
        var request = HttpRequest.newBuilder(behind(exchange.getRequestURI().toString()))
                .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private URI behind(String path) {
        return URI.create("http://127.0.0.1:" + server.getPort() + path);
    }

    private void delay() throws IOException {
        try {
            ill.awaitWell(SLOW);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static IOException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IOException(e);
    }

    private static void answer(HttpExchange exchange, HttpResponse<byte[]> answer) throws IOException {
        var isHead = exchange.getRequestMethod().equals("HEAD");
        answer.headers().map().forEach((name, values) -> {
            if (!OWN_HEADERS.contains(name) || isHead && name.equals("content-length")) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        send(exchange, answer.statusCode(), answer.body());
    }

    private static void refuse(HttpExchange exchange, int status, String code) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/xml");
        var xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>%s</Code></Error>".formatted(code);
        var isHead = exchange.getRequestMethod().equals("HEAD");
        send(exchange, status, isHead ? new byte[0] : xml.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        ill.recover();
        proxy.close();
        http.close();
        try {
            server.stop();
        } catch (Exception e) {
            throw new AssertionError("the S3 server does not stop", e);
        }
    }
}
