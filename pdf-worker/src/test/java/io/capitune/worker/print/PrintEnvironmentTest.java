package io.capitune.worker.print;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What driver and browser, which read what people wrote, know of the worker's environment. */
class PrintEnvironmentTest {

    /** Set by a shell, such as one that starts the browser. */
    private static final Set<String> OF_SHELLS = Set.of("PWD", "OLDPWD", "SHLVL", "_");

    /** Told by the worker itself, whatever its own environment says. */
    private static final Set<String> TOLD = Set.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "TMPDIR", "FONTCONFIG_FILE");

    private final FontBundle fonts = new FontBundle();
    private final List<Long> before = children();
    private final Tab tab =
            Tab.open(new ChromiumBinary(TestPrinting.oneLane()).path(), fonts.configuration(), begun -> {});

    @AfterEach
    void close() {
        tab.close();
        fonts.remove();
    }

    private static List<Long> children() {
        return ProcessHandle.current().descendants().map(ProcessHandle::pid).toList();
    }

    private static List<String> environment(long pid) throws IOException {
        var text = Files.readString(Path.of("/proc", Long.toString(pid), "environ"), StandardCharsets.ISO_8859_1);
        return List.of(text.split("\0"));
    }

    /** The variables of this process that nobody else has to know, as {@code NAME=value}. */
    private static List<String> own() throws IOException {
        return environment(ProcessHandle.current().pid()).stream()
                .filter(variable -> !variable.endsWith("="))
                .filter(variable -> !isPassed(variable.replaceFirst("=(?s:.*)", "")))
                .toList();
    }

    private static boolean isPassed(String name) {
        return PrintEnvironment.passes(name) || OF_SHELLS.contains(name) || TOLD.contains(name);
    }

    @Test
    void driverAndBrowserAreToldNothingThatTheyDoNotNeed() throws IOException {
        var started = children().stream().filter(pid -> !before.contains(pid)).toList();
        assertThat(started).as("driver, browser and what they start").hasSizeGreaterThan(2);
        assertThat(own()).as("what could be told").isNotEmpty();
        var told = new ArrayList<String>();
        for (var pid : started) {
            try {
                told.addAll(environment(pid));
            } catch (NoSuchFileException ended) {
                assertThat(ProcessHandle.of(pid)).isEmpty();
            }
        }
        assertThat(told).anyMatch(variable -> variable.startsWith("PATH=")).doesNotContainAnyElementsOf(own());
    }

    @Test
    void secretsAreNotPassed() {
        assertThat(Stream.of(
                        "CAPITUNE_OPENAI_API_KEY",
                        "OPENAI_API_KEY",
                        "CAPITUNE_CLIENT_SECRET",
                        "CAPITUNE_SEALING_KEY",
                        "CAPITUNE_STORAGE_S3_SECRET_KEY",
                        "AWS_SECRET_ACCESS_KEY",
                        "MONGODB_URI"))
                .noneMatch(PrintEnvironment::passes);
    }
}
