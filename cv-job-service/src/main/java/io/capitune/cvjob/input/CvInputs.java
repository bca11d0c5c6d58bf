package io.capitune.cvjob.input;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.cv.job.CvInput;
import io.capitune.cv.resume.ResumeValidator;
import io.capitune.cvjob.Caller;
import io.capitune.cvjob.CvJobConfig;
import io.capitune.cvjob.consent.Consent;
import io.capitune.platform.error.FieldError;
import io.capitune.platform.error.ProblemException;
import org.jspecify.annotations.Nullable;

/** From a submission as it came to the input of a job: checked, defaults filled in, consent looked up. */
@ApplicationScoped
public class CvInputs {

    /** Longest target job, in characters. */
    public static final int TARGET_JOB = 200;

    /** Longest job offer, in characters. */
    public static final int JOB_OFFER = 20_000;

    /** Longest pasted text, in characters. */
    public static final int TEXT = 60_000;

    private static final List<String> LANGUAGES = List.of("fr", "en");
    private static final List<String> PAGE_SIZES = List.of("A4", "Letter");

    private final CvJobConfig config;
    private final ResumeValidator resumes;
    private final Consent consent;

    CvInputs(CvJobConfig config, ResumeValidator resumes, Consent consent) {
        this.config = config;
        this.resumes = resumes;
        this.consent = consent;
    }

    /**
     * The input of a job.
     *
     * @throws ProblemException 422 {@code VALIDATION_FAILED} with each field; 422 {@code MODEL_REQUIRED} and 403
     *     {@code CONSENT_REQUIRED} for pasted text
     */
    public CvInput of(Caller caller, CvJobRequest request) {
        return of(caller, request, consentOf(caller));
    }

    /** What the caller said last about a language model; no where none is configured. */
    public boolean consentOf(Caller caller) {
        return config.modelConfigured() && consent.of(caller.id());
    }

    /** The same, where {@code agreed} is what the caller says with this request. */
    public CvInput of(Caller caller, CvJobRequest request, boolean agreed) {
        var problems = problems(caller, request);
        if (!problems.isEmpty()) {
            throw ProblemException.validation(problems);
        }
        var resume = request.resume();
        return allowed(
                caller,
                new CvInput(
                        resume == null ? null : resume.toString(),
                        orNull(request.text()),
                        orNull(request.targetJob()),
                        orNull(request.jobOffer()),
                        request.language() == null ? caller.language() : request.language(),
                        request.template() == null ? config.templates().getFirst() : request.template(),
                        request.pageSize() == null ? PAGE_SIZES.getFirst() : request.pageSize(),
                        false),
                agreed);
    }

    /**
     * The same input under today's consent, which may have changed since it was submitted.
     *
     * @throws ProblemException 422 {@code MODEL_REQUIRED} and 403 {@code CONSENT_REQUIRED} for pasted text
     */
    public CvInput allowed(Caller caller, CvInput input) {
        return allowed(caller, input, consentOf(caller));
    }

    private CvInput allowed(Caller caller, CvInput input, boolean agreed) {
        if (input.text() != null && !config.modelConfigured()) {
            throw new ProblemException(
                    422,
                    "MODEL_REQUIRED",
                    caller.read(
                            "Un texte libre ne peut pas être traité ici : aucun modèle de langue n’est configuré. Utilisez le formulaire.",
                            "Free text cannot be handled here: no language model is configured. Use the form."));
        }
        if (input.text() != null && !agreed) {
            throw new ProblemException(
                    403,
                    "CONSENT_REQUIRED",
                    caller.read(
                            "Votre accord est nécessaire avant qu’un modèle de langue ne lise votre texte.",
                            "A language model reads your text only after you agree."));
        }
        return new CvInput(
                input.resume(),
                input.text(),
                input.targetJob(),
                input.jobOffer(),
                input.language(),
                input.template(),
                input.pageSize(),
                agreed);
    }

    /** What is wrong, field by field, in the caller's language; nothing where all is well. */
    public List<FieldError> problems(Caller caller, CvJobRequest request) {
        var checks = new InputChecks(caller.language());
        career(caller, request, checks);
        checks.text("/targetJob", request.targetJob(), TARGET_JOB);
        checks.text("/jobOffer", request.jobOffer(), JOB_OFFER);
        checks.choice("/language", request.language(), LANGUAGES);
        checks.choice("/template", request.template(), config.templates());
        checks.choice("/pageSize", request.pageSize(), PAGE_SIZES);
        return checks.errors();
    }

    private void career(Caller caller, CvJobRequest request, InputChecks checks) {
        var resume = request.resume();
        if (resume == null && orNull(request.text()) == null) {
            checks.add(InputRule.ONE_OF, request.text() == null ? "/resume" : "/text");
            return;
        }
        if (resume != null && request.text() != null) {
            checks.add(InputRule.NOT_BOTH, "/text");
        }
        checks.text("/text", request.text(), TEXT);
        if (resume != null) {
            resumes.validate(resume, caller.language())
                    .forEach(problem -> checks.add(new FieldError("/resume" + problem.pointer(), problem.detail())));
        }
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
