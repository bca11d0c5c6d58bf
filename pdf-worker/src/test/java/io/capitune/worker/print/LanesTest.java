package io.capitune.worker.print;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** Lanes as a resource: made before they are needed, replaced while others work, and gone without a trace. */
class LanesTest {

    private static final String PAGE = "<!doctype html><html lang='fr'><title>Un CV</title><body><h1>Zoé</h1></body>";
    private static final FontBundle FONTS = new FontBundle();

    private final List<Path> theirs = leftFiles();
    private Printer printer;

    @AfterEach
    void nothingIsLeft() {
        printer.stop();
        await().atMost(Duration.ofSeconds(10)).until(() -> browsers().isEmpty());
        await().untilAsserted(() -> assertThat(theirs).containsAll(leftFiles()));
    }

    @AfterAll
    static void removeFonts() {
        FONTS.remove();
    }

    private void start(TestPrinting config) {
        printer = Printer.standalone(config, FONTS);
    }

    private void startAndWarmUp(TestPrinting config) {
        start(config);
        await().atMost(Duration.ofSeconds(60)).until(() -> printer.readyLanes() == 1);
    }

    @Test
    void wornOutLaneServesUntilItsSuccessorIsWarm() {
        startAndWarmUp(TestPrinting.oneLane().recycledAfter(20));
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            assertThat(printer.print(PAGE)).isNotEmpty();
            assertThat(printer.readyLanes()).as("always somebody to print").isEqualTo(1);
            return printer.recycledLanes() >= 3;
        });
    }

    @Test
    void laneWhoseBrowserHasGrownTooLargeIsReplaced() {
        startAndWarmUp(TestPrinting.oneLane().recycledBeyond(1));
        await().atMost(Duration.ofSeconds(60)).until(() -> printer.recycledLanes() >= 1);
        assertThat(printer.print(PAGE)).isNotEmpty();
    }

    @Test
    void idleLaneWhoseBrowserDiedIsReplacedBeforeAnybodyNoticed() {
        startAndWarmUp(TestPrinting.oneLane());
        browsers().forEach(ProcessHandle::destroyForcibly);
        await().atMost(Duration.ofSeconds(10)).until(() -> printer.readyLanes() == 0);
        await().atMost(Duration.ofSeconds(60)).until(() -> printer.readyLanes() == 1);
        assertThat(printer.print(PAGE)).isNotEmpty();
    }

    @Test
    void printInABrowserThatFallsSilentEnds() throws Exception {
        startAndWarmUp(TestPrinting.oneLane());
        for (var browser : browsers()) {
            new ProcessBuilder("kill", "-STOP", Long.toString(browser.pid()))
                    .start()
                    .waitFor();
        }
        try {
            // By a new lane, where the silence was noticed first.
            assertThat(printer.print(PAGE)).isNotEmpty();
        } catch (PrintException givenUp) {
            assertThat(givenUp).hasMessageMatching(".*(too long|in time).*");
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> printer.readyLanes() == 1);
        assertThat(printer.print(PAGE)).isNotEmpty();
    }

    @Test
    void browserThatCannotStartLeavesNoLaneReadyAndNothingBehind() {
        var before = toDrivers();
        start(TestPrinting.oneLane().with(Path.of("/bin/false")));
        assertThatThrownBy(() -> printer.print(PAGE)).isInstanceOf(NoLaneException.class);
        assertThat(printer.readyLanes()).isZero();
        await().untilAsserted(() -> assertThat(toDrivers()).isLessThanOrEqualTo(before));
    }

    /** Threads that wait for words to a driver: Playwright has two for each. */
    private static long toDrivers() {
        return Thread.getAllStackTraces().values().stream()
                .filter(stack -> Stream.of(stack)
                        .anyMatch(frame -> frame.getClassName().startsWith("com.microsoft.playwright.impl.")))
                .count();
    }

    /** Those of this test: other printers of this process have other fonts. */
    private static List<ProcessHandle> browsers() {
        return ProcessHandle.current()
                .descendants()
                .filter(LanesTest::hasOurFonts)
                .toList();
    }

    private static boolean hasOurFonts(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc/%d/environ".formatted(process.pid())), StandardCharsets.ISO_8859_1)
                    .contains(FONTS.configuration().toString());
        } catch (IOException ended) {
            return false;
        }
    }

    private static List<Path> leftFiles() {
        try {
            Files.createDirectories(TemporaryFiles.FOLDER);
            try (var files = Files.list(TemporaryFiles.FOLDER)) {
                return files.toList();
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
