package io.capitune.bench.print;

import java.nio.file.Path;
import java.util.HashMap;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.WaitUntilState;
import io.capitune.worker.print.PrintBrowser;
import org.jspecify.annotations.Nullable;

/**
 * Plain Playwright: one warm tab of the same browser with the same options, and nothing of ours around it. It belongs to the
 * thread that opened it.
 */
final class BareTab implements AutoCloseable {

    private final Playwright playwright;
    private final Page page;

    BareTab(Path chromium, Path fontconfig) {
        var environment = new HashMap<>(System.getenv());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        this.playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        this.page = PrintBrowser.openPage(playwright, chromium, fontconfig);
    }

    /** Prints; with a footer template where one is given. */
    byte[] print(String html, @Nullable String footer) {
        page.setContent(html, new Page.SetContentOptions().setWaitUntil(WaitUntilState.LOAD));
        var options = new Page.PdfOptions()
                .setPreferCSSPageSize(true)
                .setPrintBackground(true)
                .setTagged(true)
                .setOutline(true);
        return page.pdf(
                footer == null
                        ? options
                        : options.setDisplayHeaderFooter(true)
                                .setHeaderTemplate("<span></span>")
                                .setFooterTemplate(footer));
    }

    @Override
    public void close() {
        playwright.close();
    }
}
