package io.capitune.auth.passkey;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.auth.personal.ShareMessages;
import io.capitune.platform.mongo.Transactions;
import io.capitune.platform.page.Bundles;
import io.capitune.platform.personal.PersonalArchive;
import io.capitune.platform.personal.PersonalData;
import io.capitune.platform.personal.Share;

/** The account's passkeys. */
@ApplicationScoped
class PasskeyData implements PersonalData {

    private final Passkeys passkeys;
    private final Transactions transactions;

    PasskeyData(Passkeys passkeys, Transactions transactions) {
        this.passkeys = passkeys;
        this.transactions = transactions;
    }

    @Override
    public Set<String> collections() {
        return Set.of(Passkeys.COLLECTION);
    }

    @Override
    public void export(String accountId, PersonalArchive archive) throws IOException {
        archive.json(
                "passkeys.json",
                passkeys.of(accountId).stream().map(PasskeyView::of).toList());
    }

    @Override
    public Share preview(String accountId, Locale language) {
        return Share.going(Bundles.in(language, ShareMessages.class).passkeys());
    }

    @Override
    public void erase(String accountId) {
        transactions.run(transaction -> {
            passkeys.remove(transaction, accountId);
            return accountId;
        });
    }
}
