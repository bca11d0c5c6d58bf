package io.capitune.worker.pipeline;

import java.io.IOException;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.capitune.cv.document.CvDocument;
import io.capitune.worker.finish.FinishException;
import io.capitune.worker.finish.Finisher;
import io.capitune.worker.print.PrintException;
import io.capitune.worker.print.Printer;
import io.capitune.worker.prove.Prover;
import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;

/**
 * Prints, finishes and reads back two pages of our own at start, until the code for it is compiled: the first reading of a PDF takes
 * up to two seconds, and those after it tens of milliseconds, which the first people would wait for otherwise.
 */
@ApplicationScoped
class WarmUp {

    private static final Logger LOG = Logger.getLogger(WarmUp.class);
    private static final int ROUNDS = 20;
    private static final List<String> FOOTER_FONTS = List.of("EB Garamond", "Hanken Grotesk");

    /** Two pages, so that the figures of a page number are loaded as well. */
    private static final String PAGE = """
            <!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Capitune</title>
            <meta name="capitune-footer-font" content="%s">
            <style>h1{font-family:'EB Garamond'}p{font-family:'Hanken Grotesk'}h2{break-before:page}</style></head>
            <body><h1>Capitune</h1><p>Votre CV est prêt.</p><h2>Merci</h2><ul><li>À bientôt</li></ul></body></html>""";

    private static final CvDocument DOCUMENT =
            new CvDocument("fr", "Capitune", null, List.of(), "Votre CV est prêt.", List.of());

    private final Printer printer;
    private final Finisher finisher;
    private final Prover prover;

    WarmUp(Printer printer, Finisher finisher, Prover prover) {
        this.printer = printer;
        this.finisher = finisher;
        this.prover = prover;
    }

    void start(@Observes StartupEvent event) {
        Thread.ofVirtual().name("warm-up").start(this::warmUp);
    }

    private void warmUp() {
        try {
            for (var round = 0; round < ROUNDS; round++) {
                var html = PAGE.formatted(FOOTER_FONTS.get(round % FOOTER_FONTS.size()));
                prover.prove(finisher.finish(printer.print(html), html, DOCUMENT), DOCUMENT);
            }
        } catch (PrintException | FinishException | IOException e) {
            LOG.infof("Not warmed up: %s", e.getMessage());
        }
    }
}
