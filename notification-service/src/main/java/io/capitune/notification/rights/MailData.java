package io.capitune.notification.rights;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.notification.PermanentFailure;
import io.capitune.notification.account.Account;
import io.capitune.notification.account.AccountClient;
import io.capitune.notification.delivery.Mails;
import io.capitune.platform.page.Bundles;
import io.capitune.platform.personal.PersonalArchive;
import io.capitune.platform.personal.PersonalData;
import io.capitune.platform.personal.Share;

/** The mails to an account's address. */
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
        var address = address(accountId);
        if (address.isPresent()) {
            archive.json("mails.json", mails.to(address.get()));
        }
    }

    @Override
    public Share preview(String accountId, Locale language) {
        return Share.going(Bundles.in(language, ShareMessages.class)
                .mails(address(accountId).map(mails::count).orElse(0)));
    }

    @Override
    public void erase(String accountId) {
        address(accountId).ifPresent(mails::forget);
    }

    /** Empty where the account is gone: auth-service removes it after everything else, so then nothing is left here either. */
    private Optional<String> address(String accountId) {
        try {
            return Optional.of(accounts.byId(accountId)).map(Account::email);
        } catch (PermanentFailure unknown) {
            return Optional.empty();
        }
    }
}
