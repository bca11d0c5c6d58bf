package io.capitune.cvjob.page;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.cvjob.Caller;
import io.capitune.cvjob.CvJobConfig;
import io.capitune.cvjob.consent.Consent;
import io.capitune.cvjob.page.form.FormView;
import io.capitune.cvjob.quota.Usage;
import io.capitune.platform.error.FieldError;
import io.capitune.platform.seal.Sealer;
import org.jspecify.annotations.Nullable;

/** Puts the page of the form together. */
@ApplicationScoped
class GenerateViews {

    private static final String FIRST_SECTION = "/resume/work";

    private final Usage usage;
    private final Consent consent;
    private final CvJobConfig config;
    private final Sealer sealer;
    private final Months months;
    private final FieldWords words;

    GenerateViews(Usage usage, Consent consent, CvJobConfig config, Sealer sealer, Months months, FieldWords words) {
        this.usage = usage;
        this.consent = consent;
        this.config = config;
        this.sealer = sealer;
        this.months = months;
        this.words = words;
    }

    /** The form as it stands. */
    GenerateView of(Caller caller, CvForm form, @Nullable Notice notice) {
        return of(caller, form, FIRST_SECTION, List.of(), notice);
    }

    /** The form with the section of {@code list} open. */
    GenerateView opened(Caller caller, CvForm form, String list) {
        return of(caller, form, list, List.of(), null);
    }

    /** The form with what is to be mended. */
    GenerateView refused(Caller caller, CvForm form, List<FieldError> errors, @Nullable Notice notice) {
        return of(caller, form, "", errors, notice);
    }

    private GenerateView of(Caller caller, CvForm form, String open, List<FieldError> errors, @Nullable Notice notice) {
        return new GenerateView(
                new FormView(form.document(), caller.language(), open, errors),
                form.ofText(),
                form.correct(),
                form.key(),
                QuotaView.of(usage.of(caller.id()), months),
                config.modelConfigured(),
                form.agreed() || consent.of(caller.id()),
                draftKey(caller, form),
                config.templates(),
                notice,
                errors.stream().map(words::of).toList());
    }

    private String draftKey(Caller caller, CvForm form) {
        if (caller.onSharedDevice()) {
            return "";
        }
        var whose = sealer.mac("draft", caller.id()).substring(0, 16);
        return whose + "." + (form.ofText() ? "text" : "form") + (form.correct().isEmpty() ? "" : "." + form.correct());
    }
}
