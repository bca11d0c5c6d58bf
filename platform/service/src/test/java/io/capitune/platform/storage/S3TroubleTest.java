package io.capitune.platform.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.capitune.platform.testing.FreePort;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A server that does not do what an S3 server does. */
class S3TroubleTest {

    private static final byte[] BYTES = new byte[100];
    private static final String NAME = "AAAAAAAAAAAAAAAAAAAAAA.pdf";

    private final AtomicInteger requests = new AtomicInteger();
    private final CountDownLatch end = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
    }

    private S3BlobStore storeWhere(HttpHandler handler) {
        return storeWhere(handler, Duration.ofSeconds(5));
    }

    private S3BlobStore storeWhere(HttpHandler handler, Duration patience) {
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            handler.handle(exchange);
            exchange.close();
        });
        return S3Settings.of(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
                .timeout(patience)
                .store();
    }

    @Test
    void refusedConnection() {
        try (var store =
                S3Settings.of(URI.create("http://127.0.0.1:" + FreePort.find())).store()) {
            assertThatThrownBy(() -> store.put(BYTES, "pdf")).isInstanceOf(UncheckedIOException.class);
            assertThatThrownBy(() -> store.open(NAME)).isInstanceOf(UncheckedIOException.class);
            assertThatThrownBy(() -> store.size(NAME)).isInstanceOf(UncheckedIOException.class);
            assertThatThrownBy(() -> store.delete(NAME)).isInstanceOf(UncheckedIOException.class);
            assertThatThrownBy(() -> store.list(null, 1)).isInstanceOf(UncheckedIOException.class);
        }
    }

    @Test
    void silenceIsGivenUpAfterTwoTries() {
        try (var store = storeWhere(exchange -> awaitEnd(), Duration.ofMillis(300))) {
            assertThatThrownBy(() -> store.put(BYTES, "pdf")).isInstanceOf(UncheckedIOException.class);
            assertThat(requests).as("to store it, and to take it back").hasValue(4);
        }
    }

    @Test
    void anErrorOfTheServerIsTriedTwice() {
        try (var store = storeWhere(exchange -> exchange.sendResponseHeaders(500, -1))) {
            assertThatThrownBy(() -> store.put(BYTES, "pdf"))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("500");
            assertThat(requests).as("to store it, and to take it back").hasValue(4);
        }
    }

    @Test
    void anErrorThatPassesIsNotNoticed() {
        try (var store = storeWhere(exchange -> exchange.sendResponseHeaders(requests.get() == 1 ? 503 : 204, -1))) {
            store.delete(NAME);
            assertThat(requests).hasValue(2);
        }
    }

    @Test
    void nonsenseInPlaceOfAListIsAnError() {
        try (var store = storeWhere(exchange -> {
            exchange.sendResponseHeaders(200, 7);
            exchange.getResponseBody().write("<html>!".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        })) {
            assertThatThrownBy(() -> store.list(null, 1)).isInstanceOf(UncheckedIOException.class);
        }
    }

    @Test
    void aFileThatEndsTooSoonIsAnErrorNotAShorterFile() throws IOException {
        try (var store = storeWhere(exchange -> {
                    exchange.sendResponseHeaders(200, 100);
                    exchange.getResponseBody().write(new byte[40]);
                    exchange.getResponseBody().flush();
                });
                var file = store.open(NAME)) {
            assertThatThrownBy(file::readAllBytes).isInstanceOf(IOException.class);
        }
    }

    private void awaitEnd() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
