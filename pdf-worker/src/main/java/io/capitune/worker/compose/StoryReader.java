package io.capitune.worker.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.cv.compose.RuleComposer;
import io.capitune.cv.job.Composition;
import io.capitune.cv.job.CvInput;
import io.capitune.cv.job.FailureCode;
import io.capitune.cv.resume.Resume;
import io.capitune.worker.compose.guard.Source;
import io.capitune.worker.compose.guard.TruthGuard;
import io.capitune.worker.compose.model.ModelException;
import io.capitune.worker.compose.model.ModelSession;
import io.capitune.worker.compose.model.Question;
import io.capitune.worker.compose.prompt.Redaction;
import io.capitune.worker.compose.prompt.Schemas;
import io.capitune.worker.compose.prompt.Secrets;
import io.capitune.worker.compose.prompt.StoryPrompt;
import io.capitune.worker.compose.story.Extract;
import io.capitune.worker.compose.story.FactCheck;
import io.capitune.worker.compose.story.Identity;
import io.capitune.worker.compose.story.Spans;

/**
 * Makes a CV of a pasted text. Code finds the name and the contacts and keeps them to itself; the model finds the facts, of which
 * only verbatim spans of the text are believed; the guard judges every line that says them in other words.
 */
@ApplicationScoped
class StoryReader {

    private static final int MOST_NOTES = 10;

    private static final Question.Form<Extract> FORM =
            new Question.Form<>("cv_extract", Schemas.EXTRACT_VERSION, Schemas.EXTRACT, Extract.class);

    private final RuleComposer rules;

    StoryReader(RuleComposer rules) {
        this.rules = rules;
    }

    Composition compose(String text, CvInput input, ModelSession model) {
        Identity identity = Identity.in(text);
        String name = identity.name()
                .orElseThrow(() -> new ComposeException(
                        FailureCode.MODEL_ANSWER_INVALID,
                        false,
                        "no name was found in the text: it belongs on its first line",
                        null));
        Redaction redaction = new Redaction(Secrets.of(name, identity.addresses()));
        String sendable = StoryPrompt.sendable(text);
        Extract extract = model.ask(new Question<>(
                StoryPrompt.instructions(input.language()),
                new StoryPrompt(redaction).question(sendable, input.targetJob(), input.jobOffer()),
                FORM,
                StoryPrompt.VERSION));
        FactCheck check = new FactCheck(new Spans(sendable), redaction::reveal);
        List<String> skills = extract.skills().stream()
                .flatMap(group -> group.keywords().stream())
                .toList();
        TruthGuard guard = new TruthGuard(skills, Objects.requireNonNullElse(input.jobOffer(), ""));
        Judgement judgement = new Judgement(guard, redaction, input.language());
        Resume resume = new ExtractedResume(check, judgement)
                .of(extract, name, identity, summary(extract, judgement, sendable));
        if (resume.work().isEmpty()
                && resume.education().isEmpty()
                && resume.skills().isEmpty()) {
            throw new ModelException.InvalidAnswer("the answer holds no fact of the text", null);
        }
        var document = rules.compose(resume, input.targetJob(), input.language());
        return new Composition(
                document, model.model(), judgement.rewrites(), notes(check, text, input.language()), model.use());
    }

    private static String summary(Extract extract, Judgement judgement, String text) {
        return judgement.judge(
                "/basics/summary", "", Evidence.of(extract.summary(), text), extract.summary(), Source.whole(text));
    }

    private static List<String> notes(FactCheck check, String text, String language) {
        boolean english = language.equals("en");
        List<String> notes = new ArrayList<>();
        check.dropped().stream()
                .limit(MOST_NOTES)
                .map(fact -> english
                        ? "Left out, not in your text: “" + fact + "”."
                        : "Laissé de côté, absent de votre texte\u00A0: «\u00A0" + fact + "\u00A0».")
                .forEach(notes::add);
        if (!StoryPrompt.withheld(text).isEmpty()) {
            notes.add(
                    english
                            ? "What you wrote of health, birth or family was neither sent to the language model nor printed."
                            : "Ce que vous avez écrit de votre santé, de votre naissance ou de votre famille n’a été ni envoyé au modèle de langage ni imprimé.");
        }
        return notes;
    }
}
