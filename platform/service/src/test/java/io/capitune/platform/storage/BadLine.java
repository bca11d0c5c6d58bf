package io.capitune.platform.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A line to a server that turns some words into others of the same length, on the way there. */
final class BadLine implements AutoCloseable {

    private final ServerSocket entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final URI server;
    private final Map<String, String> changes;

    BadLine(URI server, Map<String, String> changes) throws IOException {
        this.server = server;
        this.changes = changes;
        Thread.ofVirtual().start(this::connect);
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + entrance.getLocalPort());
    }

    private void connect() {
        try {
            while (true) {
                var client = entrance.accept();
                var there = new Socket(server.getHost(), server.getPort());
                Thread.ofVirtual().start(() -> there(client, there));
                Thread.ofVirtual().start(() -> back(there, client));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void there(Socket client, Socket there) {
        try (client;
                there;
                var in = client.getInputStream();
                var out = there.getOutputStream()) {
            copy(in, out, changes);
        } catch (IOException closed) {
            // So is the line.
        }
    }

    private static void back(Socket there, Socket client) {
        try (there;
                client;
                var in = there.getInputStream();
                var out = client.getOutputStream()) {
            copy(in, out, Map.of());
        } catch (IOException closed) {
            // So is the line.
        }
    }

    private static void copy(InputStream in, OutputStream out, Map<String, String> changes) throws IOException {
        var buffer = new byte[16_384];
        for (var count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            var text = new String(buffer, 0, count, StandardCharsets.ISO_8859_1);
            for (var change : changes.entrySet()) {
                text = text.replace(change.getKey(), change.getValue());
            }
            out.write(text.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
    }
}
