package io.capitune.auth.rights;

import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.platform.personal.PersonalDataParts;
import io.capitune.platform.personal.Share;
import io.capitune.platform.personal.TemporaryZip;

/** What this service itself keeps, and why some of it stays. */
@ApplicationScoped
class OwnContext implements PersonalContext {

    static final String NAME = "account";

    private final PersonalDataParts parts;

    OwnContext(PersonalDataParts parts) {
        this.parts = parts;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public TemporaryZip export(String accountId) {
        return parts.export(accountId);
    }

    @Override
    public Share preview(String accountId, Locale language) {
        return parts.preview(accountId, language);
    }

    @Override
    public void erase(String accountId) {
        parts.erase(accountId);
    }
}
