package io.capitune.worker.print;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

/** Which Chromium prints. */
@ApplicationScoped
class ChromiumBinary {

    // The headless shell prints three times faster than the whole browser; see docs/benchmarks.md.
    private static final List<String> NAMES =
            List.of("chromium-headless-shell", "chrome-headless-shell", "chromium", "google-chrome");

    private final PrintConfig config;

    ChromiumBinary(PrintConfig config) {
        this.config = config;
    }

    /**
     * The configured binary, else the first on the {@code PATH}.
     *
     * @throws PrintException where there is none
     */
    Path path() {
        return config.chromium()
                .or(ChromiumBinary::onPath)
                .orElseThrow(() -> new PrintException(
                        "No Chromium found: install chromium-headless-shell, or set CAPITUNE_CHROMIUM", null));
    }

    private static java.util.Optional<Path> onPath() {
        var folders = System.getenv().getOrDefault("PATH", "").split(":");
        return NAMES.stream()
                .flatMap(name -> Stream.of(folders).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
