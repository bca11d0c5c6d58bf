package io.capitune.worker.finish;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Files that come with the worker. */
final class Resources {

    private Resources() {}

    static boolean exists(String name) {
        return Resources.class.getResource(name) != null;
    }

    static byte[] bytes(String name) {
        try (var stream = Resources.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new FileNotFoundException(name);
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
