package io.capitune.worker.print;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.WaitUntilState;
import org.jspecify.annotations.Nullable;

/**
 * One warm tab in a browser and a driver of its own. It belongs to the thread that opened it, as all of Playwright does;
 * only {@link #kill} may come from elsewhere.
 */
final class Tab {

    // A driver is told from other children of this process by being new, so they are started one at a time.
    private static final ReentrantLock STARTING = new ReentrantLock();

    private final Playwright playwright;
    private final Page page;
    private final @Nullable ProcessHandle driver;

    private Tab(Playwright playwright, Page page, @Nullable ProcessHandle driver) {
        this.playwright = playwright;
        this.page = page;
        this.driver = driver;
    }

    /** Starts driver and browser and opens the tab: no script runs in it, and every request is refused. */
    static Tab open(Path chromium, Path fontconfig) {
        STARTING.lock();
        try {
            var before = children();
            var environment = new HashMap<>(System.getenv());
            environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
            var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
            var driver = children().entrySet().stream()
                    .filter(child -> !before.containsKey(child.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(null);
            try {
                return new Tab(playwright, PrintBrowser.openPage(playwright, chromium, fontconfig), driver);
            } catch (RuntimeException e) {
                playwright.close();
                throw e;
            }
        } finally {
            STARTING.unlock();
        }
    }

    /**
     * Prints. Pages are numbered in the footer where there is more than one: tried as the order looks, and once more where it
     * turns out otherwise.
     *
     * @throws com.microsoft.playwright.PlaywrightException if the browser is ill
     */
    byte[] print(PrintOrder order) {
        page.setContent(order.html(), new Page.SetContentOptions().setWaitUntil(WaitUntilState.LOAD));
        var numbered = order.looksLong();
        var pdf = pdf(order, numbered);
        var isLong = PageCount.of(pdf) > 1;
        return isLong == numbered ? pdf : pdf(order, isLong);
    }

    /** Forgets the last document. */
    void clear() {
        page.setContent("<!doctype html><title></title>");
    }

    private byte[] pdf(PrintOrder order, boolean numbered) {
        return page.pdf(
                numbered
                        ? options()
                                .setDisplayHeaderFooter(true)
                                .setHeaderTemplate("<span></span>")
                                .setFooterTemplate(order.footer())
                        : options());
    }

    private static Page.PdfOptions options() {
        return new Page.PdfOptions()
                .setPreferCSSPageSize(true)
                .setPrintBackground(true)
                .setTagged(true)
                .setOutline(true);
    }

    /** Ends the browser and the driver in good order. */
    void close() {
        playwright.close();
    }

    /** Ends the processes at once, from any thread; whatever the tab's thread waits for then fails. */
    void kill() {
        if (driver != null) {
            driver.descendants().forEach(ProcessHandle::destroyForcibly);
            driver.destroyForcibly();
        }
    }

    private static Map<Long, ProcessHandle> children() {
        return ProcessHandle.current().children().collect(Collectors.toMap(ProcessHandle::pid, child -> child));
    }
}
