package io.capitune.e2e.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;

/** One browser for all tests of a thread, as Playwright's objects belong to theirs; each test has windows of its own in it. */
public final class Chromium {

    private static final List<String> NAMES = List.of("chromium-headless-shell", "chromium", "google-chrome");

    private static final Map<Thread, Running> BROWSERS = new ConcurrentHashMap<>();

    private Chromium() {}

    private record Running(Playwright playwright, Browser browser) {}

    static Browser browser() {
        return BROWSERS.computeIfAbsent(Thread.currentThread(), thread -> launch())
                .browser();
    }

    private static Running launch() {
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var options = new BrowserType.LaunchOptions().setExecutablePath(executable());
        // Chromium refuses its sandbox to root, as in containers.
        var browser = playwright
                .chromium()
                .launch(
                        "root".equals(System.getProperty("user.name"))
                                ? options.setArgs(List.of("--no-sandbox"))
                                : options);
        return new Running(playwright, browser);
    }

    /** Ends them, once no test runs. */
    public static void quit() {
        BROWSERS.values().forEach(running -> running.playwright().close());
        BROWSERS.clear();
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
