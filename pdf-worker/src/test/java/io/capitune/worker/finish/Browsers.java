package io.capitune.worker.finish;

import java.time.Duration;

import io.capitune.worker.print.FontBundle;
import io.capitune.worker.print.PrintConfig;
import io.capitune.worker.print.Printer;
import io.smallrye.config.SmallRyeConfigBuilder;

import static org.awaitility.Awaitility.await;

/** Two printers with a browser each, shared by the tests of this package. */
enum Browsers {
    FIRST,
    SECOND;

    private final Printer printer;

    Browsers() {
        var chromium = System.getenv("CAPITUNE_CHROMIUM");
        var config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(PrintConfig.class)
                .withDefaultValue("capitune.print.lanes", "1")
                .withDefaultValue("capitune.print.chromium", chromium == null ? "" : chromium)
                .build()
                .getConfigMapping(PrintConfig.class);
        printer = Printer.standalone(config, new FontBundle());
        Runtime.getRuntime().addShutdownHook(new Thread(printer::stop));
    }

    /** A print as it comes from the browser. */
    byte[] print(String html) {
        await().atMost(Duration.ofSeconds(60)).until(() -> printer.readyLanes() > 0);
        return printer.print(html);
    }
}
