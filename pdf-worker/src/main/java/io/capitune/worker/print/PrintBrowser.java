package io.capitune.worker.print;

import java.nio.file.Path;
import java.util.List;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;

/** How the browser that prints is started: also what the benchmark compares our own work with. */
public final class PrintBrowser {

    private static final List<String> FLAGS = List.of(
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-extensions",
            "--disable-dev-shm-usage",
            "--font-render-hinting=none");

    private PrintBrowser() {}

    /**
     * Launches the browser and opens its tab: no script runs in it, and every request is refused.
     *
     * @param fontconfig the fontconfig file that says which fonts there are
     * @param temporary where the browser puts what it needs for the moment
     */
    public static Page openPage(Playwright playwright, Path chromium, Path fontconfig, Path temporary) {
        var browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setHeadless(true)
                        .setArgs(FLAGS)
                        .setChromiumSandbox(!"root".equals(System.getProperty("user.name")))
                        .setEnv(PrintEnvironment.ofBrowser(fontconfig, temporary)));
        var context = browser.newContext(
                new Browser.NewContextOptions().setJavaScriptEnabled(false).setOffline(true));
        context.route("**/*", Route::abort);
        return context.newPage();
    }
}
