package io.capitune.platform.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateExtension;

/** The drawings of the few Lucide icons in use, each a file below {@code icons/}. */
@TemplateExtension(namespace = "icons")
final class Icons {

    private static final Map<String, RawString> READ = new ConcurrentHashMap<>();

    private Icons() {}

    /** The inner SVG of an icon; an unknown name is a programming error. */
    static RawString paths(String name) {
        return READ.computeIfAbsent(name, Icons::read);
    }

    private static RawString read(String name) {
        try (var file = Icons.class.getResourceAsStream("/icons/" + name + ".svg")) {
            if (file == null) {
                throw new IllegalArgumentException("No icon named " + name);
            }
            return new RawString(new String(file.readAllBytes(), StandardCharsets.UTF_8).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
