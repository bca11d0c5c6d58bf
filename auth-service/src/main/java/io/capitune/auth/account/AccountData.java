package io.capitune.auth.account;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.auth.personal.ShareMessages;
import io.capitune.platform.page.Bundles;
import io.capitune.platform.personal.PersonalArchive;
import io.capitune.platform.personal.PersonalData;
import io.capitune.platform.personal.Share;
import org.jspecify.annotations.Nullable;

/** The account itself. An erasure removes it last, when everything else is gone, since its address is what the receipt goes to. */
@ApplicationScoped
class AccountData implements PersonalData {

    private final Accounts accounts;
    private final FormerAddresses former;

    AccountData(Accounts accounts, FormerAddresses former) {
        this.accounts = accounts;
        this.former = former;
    }

    /** An account without who suspended it. */
    record Exported(
            String id,
            String email,
            List<String> roles,
            String locale,
            Instant createdAt,
            @Nullable Instant verifiedAt,
            @Nullable String suspendedFor,
            List<Former> formerAddresses) {

        static Exported of(Account account, List<FormerAddress> former) {
            var suspension = account.suspension();
            return new Exported(
                    account.id(),
                    account.email(),
                    account.roles(),
                    account.locale(),
                    account.createdAt(),
                    account.verifiedAt(),
                    suspension == null ? null : suspension.reason(),
                    former.stream().map(Former::of).toList());
        }
    }

    /** An address that the account had. */
    record Former(String email, Instant leftAt) {

        static Former of(FormerAddress address) {
            return new Former(address.email(), address.leftAt());
        }
    }

    @Override
    public Set<String> collections() {
        return Set.of(Accounts.COLLECTION, FormerAddresses.COLLECTION);
    }

    @Override
    public void export(String accountId, PersonalArchive archive) throws IOException {
        var account = accounts.byId(accountId);
        if (account.isPresent()) {
            archive.json("account.json", Exported.of(account.get(), former.of(accountId)));
        }
    }

    @Override
    public Share preview(String accountId, Locale language) {
        return Share.going(Bundles.in(language, ShareMessages.class).account());
    }

    @Override
    public void erase(String accountId) {
        // Removed with the erasure's end.
    }
}
