package io.capitune.bench.print;

import java.nio.file.Path;
import java.util.HashMap;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.WaitUntilState;
import io.capitune.worker.print.PrintBrowser;

/**
 * Plain Playwright: one warm tab of the same browser with the same options, and nothing of ours around it. It belongs to the
 * thread that opened it.
 */
public final class BareTab implements Press {

    private final Playwright playwright;
    private final Page page;

    public BareTab(Path chromium, Path fontconfig) {
        var environment = new HashMap<>(System.getenv());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        this.playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        this.page =
                PrintBrowser.openPage(playwright, chromium, fontconfig, Path.of(System.getProperty("java.io.tmpdir")));
    }

    @Override
    public byte[] print(String html) {
        page.setContent(html, new Page.SetContentOptions().setWaitUntil(WaitUntilState.LOAD));
        return page.pdf(new Page.PdfOptions()
                .setPreferCSSPageSize(true)
                .setPrintBackground(true)
                .setTagged(true)
                .setOutline(true));
    }

    @Override
    public void close() {
        playwright.close();
    }
}
