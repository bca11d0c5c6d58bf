package io.capitune.worker.compose;

import java.util.ArrayList;
import java.util.List;

import io.capitune.cv.document.Rewrite;
import io.capitune.worker.compose.guard.Source;
import io.capitune.worker.compose.guard.TruthGuard;
import io.capitune.worker.compose.prompt.Redaction;

/** Lets the guard judge a model's lines one by one and keeps the record that the person sees. */
final class Judgement {

    private final TruthGuard guard;
    private final Redaction redaction;
    private final String language;
    private final List<Rewrite> rewrites = new ArrayList<>();

    Judgement(TruthGuard guard, Redaction redaction, String language) {
        this.guard = guard;
        this.redaction = redaction;
        this.language = language;
    }

    /**
     * The line to print: the model's where the guard lets it pass, the person's own otherwise.
     *
     * @param own what is printed in place of a refused line
     * @param shown the person's words that are shown beside it
     */
    String judge(String pointer, String own, String shown, String answered, Source source) {
        String text = redaction.reveal(answered).replaceAll("\\s+", " ").strip();
        if (text.isEmpty() || TruthGuard.comparable(text).equals(TruthGuard.comparable(own))) {
            return own;
        }
        return guard.check(text, source)
                .map(violation -> {
                    rewrites.add(new Rewrite(pointer, shown, own, text, violation.reason(language)));
                    return own;
                })
                .orElseGet(() -> {
                    rewrites.add(new Rewrite(pointer, shown, text, null, null));
                    return text;
                });
    }

    List<Rewrite> rewrites() {
        return rewrites;
    }
}
