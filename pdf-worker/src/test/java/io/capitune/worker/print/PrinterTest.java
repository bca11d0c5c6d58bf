package io.capitune.worker.print;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import com.sun.net.httpserver.HttpServer;
import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.quarkus.test.junit.QuarkusTest;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@QuarkusTest
@WithMongo
@WithTokens
class PrinterTest {

    @Inject
    Printer printer;

    @BeforeEach
    void lanesAreWarm() {
        await().atMost(Duration.ofSeconds(60)).until(() -> printer.readyLanes() > 0);
    }

    private static String page(String body) {
        return "<!doctype html><html lang=\"fr\"><head><title>Un CV</title></head><body>" + body + "</body></html>";
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void printsATaggedTitledPdfInItsLanguage() throws IOException {
        try (var document = Loader.loadPDF(printer.print(page("<h1>Zoé Œuvrard</h1>")))) {
            assertThat(new PDFTextStripper().getText(document)).contains("Zoé Œuvrard");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Un CV");
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("fr");
            assertThat(document.getDocumentCatalog().getDocumentOutline()).isNotNull();
        }
    }

    @Test
    void noScriptRunsAndNothingIsFetched() throws IOException {
        var requests = new AtomicInteger();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
        });
        server.start();
        try {
            var url = "http://127.0.0.1:" + server.getAddress().getPort();
            var body = """
                    <h1>Sûr</h1><script>document.body.textContent='pwned'</script><img src="%1$s/a" alt="">
                    <iframe src="%1$s/b"></iframe><link rel="stylesheet" href="%1$s/c"><iframe src="file:///etc/passwd"></iframe>
                    """.formatted(url);
            assertThat(text(printer.print(page(body)))).contains("Sûr").doesNotContain("pwned", "root:");
            assertThat(requests).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void manyAtOnceAllArriveAndNoneIsMixedUp() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var prints = IntStream.range(0, 40)
                    .mapToObj(i -> (Callable<Boolean>) () -> text(printer.print(page("<p>numéro " + i + ".</p>")))
                            .contains("numéro " + i + "."))
                    .toList();
            assertThat(threads.invokeAll(prints)).allMatch(result -> result.resultNow());
        }
    }

    @Test
    void killedBrowserIsReplaced() throws IOException {
        children("headless").forEach(ProcessHandle::destroyForcibly);
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptionsInstanceOf(PrintException.class)
                .until(() -> text(printer.print(page("<p>Encore là</p>"))).contains("Encore là"));
    }

    @Test
    void killedDriverIsReplaced() throws IOException {
        children("node").forEach(ProcessHandle::destroyForcibly);
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptionsInstanceOf(PrintException.class)
                .until(() -> text(printer.print(page("<p>Encore là</p>"))).contains("Encore là"));
    }

    @Test
    void stuckBrowserIsGivenUpAndReplaced() throws Exception {
        for (var browser : children("headless").toList()) {
            new ProcessBuilder("kill", "-STOP", Long.toString(browser.pid()))
                    .start()
                    .waitFor();
        }
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptionsInstanceOf(PrintException.class)
                .until(() -> text(printer.print(page("<p>Encore là</p>"))).contains("Encore là"));
    }

    private static Stream<ProcessHandle> children(String name) {
        return ProcessHandle.current()
                .descendants()
                .filter(child -> child.info().command().orElse("").contains(name));
    }
}
