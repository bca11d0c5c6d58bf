package io.capitune.e2e.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;

/** One browser for all tests; each test has windows of its own in it. Belongs to the thread that runs the tests. */
public final class Chromium {

    private static final List<String> NAMES = List.of("chromium-headless-shell", "chromium", "google-chrome");

    private static Playwright playwright;
    private static Browser browser;

    private Chromium() {}

    static synchronized Browser browser() {
        if (browser == null) {
            playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            var options = new BrowserType.LaunchOptions().setExecutablePath(executable());
            // Chromium refuses its sandbox to root, as in containers.
            browser = playwright
                    .chromium()
                    .launch(
                            "root".equals(System.getProperty("user.name"))
                                    ? options.setArgs(List.of("--no-sandbox"))
                                    : options);
        }
        return browser;
    }

    /** Ends it; nothing happens where it was never started. */
    public static synchronized void quit() {
        if (playwright != null) {
            playwright.close();
            playwright = null;
            browser = null;
        }
    }

    private static Path executable() {
        return Optional.ofNullable(System.getenv("CAPITUNE_CHROMIUM"))
                .map(Path::of)
                .or(Chromium::onThePath)
                .orElseThrow(() -> new IllegalStateException(
                        "No Chromium: set CAPITUNE_CHROMIUM, or install one of " + String.join(", ", NAMES)));
    }

    private static Optional<Path> onThePath() {
        return NAMES.stream()
                .flatMap(name -> Stream.of(System.getenv("PATH").split(":")).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
