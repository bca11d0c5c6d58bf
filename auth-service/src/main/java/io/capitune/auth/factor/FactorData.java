package io.capitune.auth.factor;

import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.auth.personal.ShareMessages;
import io.capitune.platform.mongo.Transactions;
import io.capitune.platform.page.Bundles;
import io.capitune.platform.personal.PersonalArchive;
import io.capitune.platform.personal.PersonalData;
import io.capitune.platform.personal.Share;

/** The account's app and how many recovery codes are left. */
@ApplicationScoped
class FactorData implements PersonalData {

    private final AuthenticatorApps apps;
    private final Transactions transactions;

    FactorData(AuthenticatorApps apps, Transactions transactions) {
        this.apps = apps;
        this.transactions = transactions;
    }

    /** An app without its key. */
    record Exported(Instant since, int recoveryCodesLeft) {}

    @Override
    public Set<String> collections() {
        return Set.of(AuthenticatorApps.COLLECTION);
    }

    @Override
    public void export(String accountId, PersonalArchive archive) throws IOException {
        var app = apps.of(accountId);
        if (app.isPresent()) {
            archive.json(
                    "second-factor.json",
                    new Exported(app.get().since(), app.get().recoveryCodes().size()));
        }
    }

    @Override
    public Share preview(String accountId, Locale language) {
        return Share.going(Bundles.in(language, ShareMessages.class).secondFactor());
    }

    @Override
    public void erase(String accountId) {
        transactions.run(transaction -> apps.remove(transaction, accountId));
    }
}
