package io.capitune.cvjob.page;

import java.util.List;

import io.capitune.cvjob.page.form.FormView;
import org.jspecify.annotations.Nullable;

/**
 * The page of the form.
 *
 * @param ofText whether a text is pasted instead of fields filled in
 * @param title what the form is for: {@code new}, {@code correct}
 * @param model whether a language model is configured
 * @param agreed whether the person agreed to it
 * @param draftKey names the person's draft in their browser; tells nobody who they are. Empty where others use the device: nothing is kept
 * @param problems what to mend, with links to the fields
 */
public record GenerateView(
        FormView form,
        boolean ofText,
        String correct,
        String key,
        QuotaView quota,
        boolean model,
        boolean agreed,
        String draftKey,
        List<String> templates,
        @Nullable Notice notice,
        List<ProblemLine> problems) {

    /** The asset that shows a template. */
    public String picture(String template) {
        return "img/template-" + template + ".png";
    }

    /**
     * One thing to mend.
     *
     * @param field the field's id, or empty where the form has no such field
     * @param where the field in words
     */
    public record ProblemLine(String field, String where, String what) {}
}
