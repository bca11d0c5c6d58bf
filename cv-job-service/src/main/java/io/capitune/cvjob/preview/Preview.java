package io.capitune.cvjob.preview;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.cv.compose.RuleComposer;
import io.capitune.cv.resume.ResumeJson;
import io.capitune.cvjob.Caller;
import io.capitune.cvjob.input.CvInputs;
import io.capitune.cvjob.input.CvJobRequest;
import io.capitune.platform.error.ProblemException;

/** How a CV will look: composed by rules and laid out by the printer's own templates; nothing is kept, nothing counted. */
@ApplicationScoped
public class Preview {

    private final CvInputs inputs;
    private final RuleComposer composer;
    private final RenderClient render;

    Preview(CvInputs inputs, RuleComposer composer, RenderClient render) {
        this.inputs = inputs;
        this.composer = composer;
        this.render = render;
    }

    /**
     * The CV as an HTML page of its own.
     *
     * @throws ProblemException 422 as for a submission, 422 {@code PREVIEW_NEEDS_RESUME} for pasted text, 503
     *     {@code RENDER_UNAVAILABLE}
     */
    public String html(Caller caller, CvJobRequest request) {
        if (request.resume() == null && request.text() != null) {
            throw new ProblemException(
                    422,
                    "PREVIEW_NEEDS_RESUME",
                    caller.read(
                            "L’aperçu se fait à partir du formulaire, pas d’un texte libre.",
                            "A preview is made from the form, not from free text."));
        }
        var input = inputs.of(caller, request);
        var resume = input.resume();
        if (resume == null) {
            throw new IllegalStateException("a checked submission has a résumé here");
        }
        var document = composer.compose(ResumeJson.read(resume), input.targetJob(), input.language());
        try {
            return render.html(document, input.template(), input.pageSize());
        } catch (RuntimeException away) {
            throw new ProblemException(
                            503,
                            "RENDER_UNAVAILABLE",
                            caller.read(
                                    "Votre saisie est intacte. L’aperçu n’est pas disponible pour l’instant ; vous pouvez tout de même générer le CV.",
                                    "What you typed is safe. The preview is not available right now; you can generate the CV all the same."),
                            away)
                    .header("Retry-After", "5");
        }
    }
}
