package io.capitune.auth.signin;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.auth.account.Account;
import io.capitune.auth.account.Accounts;
import io.capitune.auth.account.EmailAddress;
import io.capitune.auth.personal.ShareMessages;
import io.capitune.platform.page.Bundles;
import io.capitune.platform.personal.PersonalArchive;
import io.capitune.platform.personal.PersonalData;
import io.capitune.platform.personal.Share;

/** The sign-ins that were asked for with the account's address, by whomever. */
@ApplicationScoped
class SignInData implements PersonalData {

    private final SignIns signIns;
    private final Accounts accounts;

    SignInData(SignIns signIns, Accounts accounts) {
        this.signIns = signIns;
        this.accounts = accounts;
    }

    /** A sign-in without what completes it. */
    record Exported(String email, String locale, Instant createdAt, Instant expiresAt) {}

    @Override
    public Set<String> collections() {
        return Set.of(SignIns.COLLECTION);
    }

    @Override
    public void export(String accountId, PersonalArchive archive) throws IOException {
        archive.json(
                "sign-ins.json",
                of(accountId).stream()
                        .map(one -> new Exported(one.email(), one.locale(), one.createdAt(), one.expiresAt()))
                        .toList());
    }

    @Override
    public Share preview(String accountId, Locale language) {
        return Share.going(Bundles.in(language, ShareMessages.class).signIns());
    }

    @Override
    public void erase(String accountId) {
        accounts.byId(accountId).map(SignInData::address).ifPresent(signIns::removeAll);
    }

    private List<SignIn> of(String accountId) {
        return accounts.byId(accountId)
                .map(SignInData::address)
                .map(signIns::of)
                .orElseGet(List::of);
    }

    private static EmailAddress address(Account account) {
        return new EmailAddress(account.email());
    }
}
