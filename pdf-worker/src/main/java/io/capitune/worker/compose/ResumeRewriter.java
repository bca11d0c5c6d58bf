package io.capitune.worker.compose;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.cv.compose.RuleComposer;
import io.capitune.cv.job.Composition;
import io.capitune.cv.job.CvInput;
import io.capitune.cv.resume.Resume;
import io.capitune.worker.compose.guard.Source;
import io.capitune.worker.compose.guard.TruthGuard;
import io.capitune.worker.compose.model.ModelSession;
import io.capitune.worker.compose.model.Question;
import io.capitune.worker.compose.prompt.CareerText;
import io.capitune.worker.compose.prompt.Health;
import io.capitune.worker.compose.prompt.Lines;
import io.capitune.worker.compose.prompt.Redaction;
import io.capitune.worker.compose.prompt.RewritePrompt;
import io.capitune.worker.compose.prompt.Schemas;
import io.capitune.worker.compose.prompt.Secrets;

/**
 * Lets a model improve a résumé's wording. The model sees entries with ids and answers prose by those ids; employers, posts, dates
 * and degrees are never its to write. What the guard refuses, or the answer leaves out, stays as the person wrote it.
 */
@ApplicationScoped
class ResumeRewriter {

    private record Sent(Lines.Line line, String facts) {}

    private static final Question.Form<RewriteAnswer> FORM =
            new Question.Form<>("cv_rewrite", Schemas.REWRITE_VERSION, Schemas.REWRITE, RewriteAnswer.class);

    private final RuleComposer rules;

    ResumeRewriter(RuleComposer rules) {
        this.rules = rules;
    }

    Composition compose(Resume resume, CvInput input, ModelSession model) {
        Lines lines = Lines.of(resume);
        Redaction redaction = new Redaction(Secrets.of(resume.basics()));
        RewriteAnswer answer = model.ask(new Question<>(
                RewritePrompt.instructions(input.language()),
                new RewritePrompt(redaction).question(resume, lines, input.targetJob(), input.jobOffer()),
                FORM,
                RewritePrompt.VERSION));
        TruthGuard guard = new TruthGuard(CareerText.skills(resume), Objects.requireNonNullElse(input.jobOffer(), ""));
        Judgement judgement = new Judgement(guard, redaction, input.language());
        ResumeEdits edits = new ResumeEdits();
        summary(resume, answer, judgement, edits);
        lines(lines, answer, judgement, edits);
        edits.order(answer.skillOrder());
        var document = rules.compose(edits.apply(resume), input.targetJob(), input.language());
        return new Composition(
                document, model.model(), judgement.rewrites(), notes(lines, input.language()), model.use());
    }

    private static void summary(Resume resume, RewriteAnswer answer, Judgement judgement, ResumeEdits edits) {
        String own = Objects.requireNonNullElse(resume.basics().summary(), "");
        String career = CareerText.of(resume);
        String shown = own.isBlank() ? Evidence.of(answer.summary(), career) : own;
        String text = judgement.judge("/basics/summary", own, shown, answer.summary(), Source.whole(career));
        if (!text.isBlank()) {
            edits.replace("/basics/summary", text);
        }
    }

    private static void lines(Lines lines, RewriteAnswer answer, Judgement judgement, ResumeEdits edits) {
        Map<String, Sent> sent = lines.entries().stream()
                .flatMap(entry -> entry.lines().stream().map(line -> new Sent(line, entry.facts())))
                .filter(known -> !Health.in(known.line().text()))
                .collect(Collectors.toMap(known -> known.line().id(), Function.identity()));
        Set<String> done = new HashSet<>();
        for (RewriteAnswer.Line line : answer.lines()) {
            Sent known = sent.get(line.id());
            if (known != null && done.add(line.id())) {
                Lines.Line own = known.line();
                Source source = Source.line(own.text(), known.facts());
                edits.replace(
                        own.pointer(), judgement.judge(own.pointer(), own.text(), own.text(), line.text(), source));
            }
        }
    }

    private static List<String> notes(Lines lines, String language) {
        boolean withheld = lines.entries().stream()
                .flatMap(entry -> entry.lines().stream())
                .anyMatch(line -> Health.in(line.text()));
        if (!withheld) {
            return List.of();
        }
        return List.of(
                language.equals("en")
                        ? "Lines about your health were not sent to the language model; they stand as you wrote them."
                        : "Les lignes qui parlent de votre santé n’ont pas été envoyées au modèle de langage : elles restent telles quelles.");
    }
}
