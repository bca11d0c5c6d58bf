package io.capitune.worker.compose;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import io.capitune.worker.compose.guard.Source;
import io.capitune.worker.compose.guard.TruthGuard;
import io.capitune.worker.compose.prompt.Redaction;
import io.capitune.worker.compose.prompt.Secrets;
import io.capitune.worker.compose.prompt.StoryPrompt;
import io.capitune.worker.compose.story.Identity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Texts of the longest length that are made to overflow a stack or to take a time that grows with the square of their length: a
 * worker that reads them would do nothing else meanwhile. The bound is of processor time,
 * and far from what reading takes as from what a square would.
 */
class HostileTextTest {

    private static final int LONGEST = 60_000;
    private static final Duration BOUND = Duration.ofSeconds(5);

    static Stream<String> texts() {
        return Stream.concat(
                        Stream.of(
                                        "75001 Paris de la",
                                        "75001 Aa Aa",
                                        "a",
                                        "A",
                                        "Aa ",
                                        "A'",
                                        "é",
                                        "e\u0301",
                                        "1",
                                        "1 ",
                                        "1 000 ",
                                        "1,000",
                                        "1-",
                                        "06 12 34 56 7",
                                        "+33 ",
                                        "(",
                                        "@",
                                        "a@",
                                        "a.",
                                        "a@b.",
                                        "a@b.c ",
                                        ".",
                                        "...a",
                                        "www.",
                                        "https://",
                                        "https://a.",
                                        "linkedin.com/",
                                        "1 rue a",
                                        "1 rue a\n",
                                        "1 a ",
                                        " ",
                                        "\u00A0",
                                        "\t",
                                        ". ",
                                        ".\n",
                                        "Je suis A",
                                        "nom :",
                                        "nom : Aa Aa ",
                                        "Prénom : A",
                                        "ab B1 ",
                                        "abcd ab ",
                                        "FR76 ",
                                        "[#1]",
                                        "\"«(",
                                        "- ",
                                        " -",
                                        "né le ",
                                        "pilot",
                                        "chez A ")
                                .map(HostileTextTest::repeated),
                        Stream.of(
                                repeated("a") + "@",
                                "@ " + repeated("a"),
                                "75001 Paris" + repeated(" de la"),
                                "75001 " + repeated("Aa "),
                                "a@" + repeated("b."),
                                "a@" + repeated("b"),
                                "jean.dupont@exemple.fr " + repeated("A"),
                                "jean.dupont@exemple.fr " + repeated("A'"),
                                "jean.dupont@exemple.fr " + repeated("Aa "),
                                "Je suis " + repeated("Aa "),
                                "x" + repeated(" ") + "x",
                                "x" + repeated("\u00A0") + "x",
                                "x C1 " + repeated("abcd"),
                                "1 " + repeated("a") + " street"))
                .map(text -> text.length() > LONGEST ? text.substring(0, LONGEST) : text);
    }

    private static String repeated(String part) {
        return part.repeat(LONGEST / part.length());
    }

    @ParameterizedTest
    @MethodSource("texts")
    void isReadInTime(String text) {
        var threads = ManagementFactory.getThreadMXBean();
        var began = threads.getCurrentThreadCpuTime();

        read(text);

        assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - began)).isLessThan(BOUND);
    }

    private static void read(String text) {
        var identity = Identity.in(text);
        var redaction = new Redaction(Secrets.of(identity.name().orElse("Zoé Test"), identity.addresses()));
        new StoryPrompt(redaction).question(StoryPrompt.sendable(text), "Comptable", text);
        StoryPrompt.withheld(text);
        var guard = new TruthGuard(List.of(text), text);
        guard.check("A mené un projet de 12 personnes en anglais C1", Source.whole(text));
        guard.check(text.substring(0, 590), Source.line(text, text));
    }
}
