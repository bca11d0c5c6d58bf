package io.capitune.auth.password;

import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.auth.personal.ShareMessages;
import io.capitune.platform.page.Bundles;
import io.capitune.platform.personal.PersonalArchive;
import io.capitune.platform.personal.PersonalData;
import io.capitune.platform.personal.Share;

/** That the account has a password, and since when. */
@ApplicationScoped
class PasswordData implements PersonalData {

    private final Passwords passwords;

    PasswordData(Passwords passwords) {
        this.passwords = passwords;
    }

    /** A password without its hash. */
    record Exported(Instant changedAt) {}

    @Override
    public Set<String> collections() {
        return Set.of(Passwords.COLLECTION);
    }

    @Override
    public void export(String accountId, PersonalArchive archive) throws IOException {
        var password = passwords.of(accountId);
        if (password.isPresent()) {
            archive.json("password.json", new Exported(password.get().changedAt()));
        }
    }

    @Override
    public Share preview(String accountId, Locale language) {
        return Share.going(Bundles.in(language, ShareMessages.class).password());
    }

    @Override
    public void erase(String accountId) {
        passwords.remove(accountId);
    }
}
