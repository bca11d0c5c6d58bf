package io.capitune.cvjob.page;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.cvjob.Caller;
import io.capitune.cvjob.CvJobConfig;
import io.capitune.cvjob.consent.Consent;
import io.capitune.cvjob.correct.Corrections;
import io.capitune.cvjob.submit.SubmitCvJob;
import io.capitune.platform.random.Hashes;

/** Sends a form in: a new CV, or the correction of one. */
@ApplicationScoped
class SubmitForm {

    private static final int DIGEST = 16;

    private final SubmitCvJob submissions;
    private final Corrections corrections;
    private final Consent consent;
    private final CvJobConfig config;

    SubmitForm(SubmitCvJob submissions, Corrections corrections, Consent consent, CvJobConfig config) {
        this.submissions = submissions;
        this.corrections = corrections;
        this.consent = consent;
        this.config = config;
    }

    /**
     * The new job's id. What the form says about a language model holds for it, and is kept once it is accepted.
     *
     * @throws io.capitune.platform.error.ProblemException as a submission or a correction
     */
    String send(Caller caller, CvForm form) {
        var before = consent.of(caller.id());
        // Without a model the form does not ask.
        var agreed = config.modelConfigured() ? form.agreed() : before;
        var id = form.correct().isEmpty()
                ? submissions.submit(caller, form.request(), once(form), agreed)
                : corrections.correct(caller, form.correct(), form.request(), once(form), agreed);
        if (agreed != before) {
            consent.set(caller.id(), agreed);
        }
        return id;
    }

    /** The same form with the same content makes one job; changed after coming back to it, another. */
    private static String once(CvForm form) {
        return form.key() + "." + Hashes.sha256(form.document().toString()).substring(0, DIGEST);
    }
}
