package io.capitune.worker.print;

import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.WaitUntilState;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One warm tab in a browser and a driver of its own. It belongs to the thread that opened it, as all of Playwright does.
 */
final class Tab {

    private static final Logger LOG = Logger.getLogger(Tab.class);

    // A driver is told from other children of this process by being new, so they are started one at a time.
    private static final ReentrantLock STARTING = new ReentrantLock();

    /** What outlives its document: an address that relative ones start from, a place in the history, frames. */
    private static final Pattern LEAVES_TRACES =
            Pattern.compile("<(?:base|i?frame|object|embed|meta[^>]*http-equiv)\\b", Pattern.CASE_INSENSITIVE);

    private static final String BLANK = "about:blank";
    private static final String UNSEEN = "<style>@media screen{body{display:none}}</style>";

    /**
     * Asked of the browser itself: Playwright's own call fetches the file in pieces, which takes three milliseconds longer. See
     * https://chromedevtools.github.io/devtools-protocol/tot/Page/#method-printToPDF.
     */
    private static final JsonObject OPTIONS = new JsonObject();

    static {
        OPTIONS.addProperty("preferCSSPageSize", true);
        OPTIONS.addProperty("printBackground", true);
        OPTIONS.addProperty("generateTaggedPDF", true);
        OPTIONS.addProperty("generateDocumentOutline", true);
        OPTIONS.addProperty("transferMode", "ReturnAsBase64");
    }

    private final Playwright playwright;
    private Page page;
    private CDPSession devTools;
    private final ProcessTree processes;
    private final TemporaryFiles files;

    private Tab(Playwright playwright, Page page, ProcessTree processes, TemporaryFiles files) {
        this.playwright = playwright;
        this.page = page;
        this.devTools = page.context().newCDPSession(page);
        this.processes = processes;
        this.files = files;
    }

    /**
     * Starts driver and browser and opens the tab: no script runs in it, and every request is refused.
     *
     * @param began is told of the processes before the first is started, so that they can be killed if the start hangs
     */
    static Tab open(Path chromium, Path fontconfig, Consumer<ProcessTree> began) {
        STARTING.lock();
        try {
            var files = new TemporaryFiles();
            var processes = ProcessTree.begin();
            Playwright playwright = null;
            began.accept(processes);
            try {
                var environment = PrintEnvironment.ofDriver(TemporaryFiles.FOLDER);
                playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
                var page = PrintBrowser.openPage(playwright, chromium, fontconfig, TemporaryFiles.FOLDER);
                processes.complete();
                files.complete();
                return new Tab(playwright, page, processes, files);
            } catch (RuntimeException e) {
                processes.end();
                closeQuietly(playwright);
                processes.complete();
                files.complete();
                files.remove();
                throw e;
            }
        } finally {
            STARTING.unlock();
        }
    }

    /**
     * Prints the document as it is, tagged and outlined.
     *
     * @throws com.microsoft.playwright.PlaywrightException if the browser is ill
     */
    byte[] print(String html) {
        page.setContent(unseen(html), new Page.SetContentOptions().setWaitUntil(WaitUntilState.LOAD));
        var answer = devTools.send("Page.printToPDF", OPTIONS);
        var pdf = Base64.getDecoder().decode(answer.get("data").getAsString());
        if (LEAVES_TRACES.matcher(html).find() || !page.url().equals(BLANK)) {
            renew();
        }
        return pdf;
    }

    /** Nobody looks at the tab: what it would lay out and paint for the screen is a quarter of the processor time of a print. */
    private static String unseen(String html) {
        var end = html.indexOf("</head>");
        return end < 0 ? html : html.substring(0, end) + UNSEEN + html.substring(end);
    }

    /** None of our templates gets here; it costs what a new tab costs. */
    private void renew() {
        var old = page;
        page = old.context().newPage();
        devTools = page.context().newCDPSession(page);
        old.close();
    }

    /** Forgets the last document. */
    void clear() {
        page.setContent("<!doctype html><title></title>");
    }

    /** The page itself, for tests that look at what a print leaves behind. */
    Page page() {
        return page;
    }

    /** Ends browser and driver, in good order if they let it, and removes what they wrote. */
    void close() {
        closeQuietly(playwright);
        processes.end();
        files.remove();
    }

    /** Also where its driver is gone: a thread of ours waits for words to it until then. */
    private static void closeQuietly(@Nullable Playwright playwright) {
        if (playwright == null) {
            return;
        }
        try {
            playwright.close();
        } catch (RuntimeException e) {
            LOG.debugf("A browser ended before it was closed: %s", e.getMessage());
        }
    }

    /** Whether driver and browser live. */
    boolean stands() {
        return processes.stands();
    }
}
