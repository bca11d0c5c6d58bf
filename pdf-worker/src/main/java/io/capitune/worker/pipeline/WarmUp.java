package io.capitune.worker.pipeline;

import java.io.IOException;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.capitune.cv.document.CvDocument;
import io.capitune.worker.print.PrintException;
import io.capitune.worker.print.Printer;
import io.capitune.worker.print.SamplePage;
import io.capitune.worker.prove.Prover;
import io.quarkus.runtime.StartupEvent;
import org.jboss.logging.Logger;

/**
 * Prints and reads back a page of our own a few times at start: the first reading of a PDF takes up to two seconds, which the
 * first person would wait for otherwise.
 */
@ApplicationScoped
class WarmUp {

    private static final Logger LOG = Logger.getLogger(WarmUp.class);
    private static final int ROUNDS = 4;
    private static final CvDocument DOCUMENT =
            new CvDocument("fr", "Capitune", null, List.of(), SamplePage.TEXT, List.of());

    private final Printer printer;
    private final Prover prover;

    WarmUp(Printer printer, Prover prover) {
        this.printer = printer;
        this.prover = prover;
    }

    void start(@Observes StartupEvent event) {
        Thread.ofVirtual().name("warm-up").start(this::warmUp);
    }

    private void warmUp() {
        try {
            for (var round = 0; round < ROUNDS; round++) {
                prover.prove(printer.print(SamplePage.HTML), DOCUMENT);
            }
        } catch (PrintException | IOException e) {
            LOG.infof("Not warmed up: %s", e.getMessage());
        }
    }
}
