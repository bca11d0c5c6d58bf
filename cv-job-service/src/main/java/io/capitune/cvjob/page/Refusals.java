package io.capitune.cvjob.page;

import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.platform.error.ProblemException;
import io.capitune.platform.page.Pages;

/** What a person is told when a form is not accepted. It begins with what is safe. */
@ApplicationScoped
class Refusals {

    private final Pages pages;

    Refusals(Pages pages) {
        this.pages = pages;
    }

    /**
     * The words.
     *
     * @throws ProblemException the problem itself, where the form is not what it is about
     */
    Notice of(ProblemException problem) {
        var text = pages.messages(GenerateMessages.class);
        var detail = Objects.requireNonNullElse(problem.getMessage(), "");
        return switch (problem.code()) {
            case "VALIDATION_FAILED" -> Notice.error(text.toMend(), text.toMendHow());
            case "QUOTA_REACHED" ->
                Notice.warn(text.kept(), text.quotaReached()).withLink("/upgrade", text.seePlans());
            case "RATE_LIMITED" ->
                Notice.warn(text.kept(), text.rateLimited(problem.headers().getOrDefault("Retry-After", "60")));
            case "CORRECTIONS_REACHED" -> Notice.warn(text.kept(), detail);
            case "CONSENT_REQUIRED", "MODEL_REQUIRED", "TOO_LARGE" -> Notice.error(text.kept(), detail);
            default -> throw problem;
        };
    }
}
