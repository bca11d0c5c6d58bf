package io.capitune.cvjob.rights;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.cv.job.UsageCounters;
import io.capitune.cvjob.consent.Consent;
import io.capitune.cvjob.plan.Plans;
import io.capitune.platform.page.Bundles;
import io.capitune.platform.personal.PersonalArchive;
import io.capitune.platform.personal.PersonalData;
import io.capitune.platform.personal.Share;
import org.jspecify.annotations.Nullable;

/** The plan, the counts of CVs, and the consent to a language model. */
@ApplicationScoped
class SettingsData implements PersonalData {

    private final Plans plans;
    private final UsageCounters usage;
    private final Consent consent;

    SettingsData(Plans plans, UsageCounters usage, Consent consent) {
        this.plans = plans;
        this.usage = usage;
        this.consent = consent;
    }

    /** All of them. */
    record Exported(
            String plan,
            @Nullable Instant planSince,
            List<UsageCounters.Month> usage,
            boolean modelConsent,
            @Nullable Instant modelConsentAt) {}

    @Override
    public Set<String> collections() {
        return Set.of("plans", "usage_counters", "consents");
    }

    @Override
    public void export(String owner, PersonalArchive archive) throws IOException {
        var given = consent.given(owner);
        archive.json(
                "settings.json",
                new Exported(
                        plans.of(owner).name(),
                        plans.assigned(owner).map(Plans.Assigned::at).orElse(null),
                        usage.months(owner),
                        consent.of(owner),
                        given.map(Consent.Given::at).orElse(null)));
    }

    @Override
    public Share preview(String owner, Locale language) {
        return Share.going(Bundles.in(language, ShareMessages.class).settings());
    }

    @Override
    public void erase(String owner) {
        plans.forget(owner);
        usage.forget(owner);
        consent.forget(owner);
    }
}
