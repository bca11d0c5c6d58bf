package io.capitune.worker.print;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

/** The worker's own fonts, unpacked for fontconfig, so that a print looks the same on every machine. */
@ApplicationScoped
public class FontBundle {

    private static final Logger LOG = Logger.getLogger(FontBundle.class);
    private static final String RESOURCES = "/fonts/";

    private final Path configuration;

    /** Unpacks the fonts into a temporary folder. */
    public FontBundle() {
        try {
            var folder = Files.createTempDirectory("capitune-fonts-");
            unpack(folder);
            this.configuration = configure(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the fonts cannot be unpacked", e);
        }
    }

    /** The fontconfig file to start Chromium with ({@code FONTCONFIG_FILE}); it knows these fonts and no others. */
    public Path configuration() {
        return configuration;
    }

    @PreDestroy
    void remove() {
        try (var files = Files.walk(configuration.getParent())) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.debugf("The fonts were not removed: %s", e.getMessage());
        }
    }

    private static void unpack(Path folder) throws IOException {
        try (var index = new BufferedReader(new InputStreamReader(resource("index.txt"), StandardCharsets.UTF_8))) {
            for (var name : index.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList()) {
                try (var font = resource(name)) {
                    Files.copy(font, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private static Path configure(Path folder) throws IOException {
        try (var template = resource("fonts.conf")) {
            var text = new String(template.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("@DIR@", folder.toString())
                    .replace("@CACHE@", folder.resolve("cache").toString());
            return Files.writeString(folder.resolve("fonts.conf"), text);
        }
    }

    private static InputStream resource(String name) throws IOException {
        var stream = FontBundle.class.getResourceAsStream(RESOURCES + name);
        if (stream == null) {
            throw new FileNotFoundException(RESOURCES + name);
        }
        return stream;
    }
}
