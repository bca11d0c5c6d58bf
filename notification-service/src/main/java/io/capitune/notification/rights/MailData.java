package io.capitune.notification.rights;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.notification.PermanentFailure;
import io.capitune.notification.TemporaryFailure;
import io.capitune.notification.account.AccountClient;
import io.capitune.notification.delivery.Mails;
import io.capitune.platform.error.ProblemException;
import io.capitune.platform.page.Bundles;
import io.capitune.platform.personal.PersonalArchive;
import io.capitune.platform.personal.PersonalData;
import io.capitune.platform.personal.Share;

/** The mails to an account's address, and to those that it had lately. */
@ApplicationScoped
class MailData implements PersonalData {

    private final Mails mails;
    private final AccountClient accounts;

    MailData(Mails mails, AccountClient accounts) {
        this.mails = mails;
        this.accounts = accounts;
    }

    @Override
    public Set<String> collections() {
        return Set.of(Mails.COLLECTION);
    }

    @Override
    public void export(String accountId, PersonalArchive archive) throws IOException {
        var addresses = addresses(accountId);
        if (!addresses.isEmpty()) {
            archive.json(
                    "mails.json",
                    addresses.stream().flatMap(it -> mails.to(it).stream()).toList());
        }
    }

    @Override
    public Share preview(String accountId, Locale language) {
        return Share.going(Bundles.in(language, ShareMessages.class)
                .mails(addresses(accountId).stream().mapToInt(mails::count).sum()));
    }

    @Override
    public void erase(String accountId) {
        addresses(accountId).forEach(mails::forget);
    }

    /** Empty where the account is gone: auth-service removes it after everything else, so then nothing is left here either. */
    private List<String> addresses(String accountId) {
        try {
            return accounts.byId(accountId).addresses();
        } catch (PermanentFailure unknown) {
            return List.of();
        } catch (TemporaryFailure away) {
            throw new ProblemException(503, away.reason(), "A part of the service is away; try again in a moment.");
        }
    }
}
