package io.capitune.auth.admin;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.auth.account.Account;
import io.capitune.auth.account.AccountChanges;
import io.capitune.auth.account.EmailAddress;
import io.capitune.platform.error.FieldError;
import io.capitune.platform.error.ProblemException;
import io.capitune.platform.security.Languages;
import org.jspecify.annotations.Nullable;

/** Opens accounts for others. There is no password to hand over: the owner is told, and signs in by a link like everybody. */
@ApplicationScoped
public class AccountOpening {

    private final AuditedChange audited;
    private final AccountChanges accounts;
    private final AdminLetters letters;
    private final Clock clock;

    AccountOpening(AuditedChange audited, AccountChanges accounts, AdminLetters letters, Clock clock) {
        this.audited = audited;
        this.accounts = accounts;
        this.letters = letters;
        this.clock = clock;
    }

    /** What an administrator typed. */
    public record Wish(
            @Nullable String email,
            @Nullable String role,
            boolean verified,
            @Nullable String locale) {}

    /**
     * Opens an account.
     *
     * @throws ProblemException 422 with each field that is wrong; 409 {@code ACCOUNT_EXISTS} where the address has one; 403 where the
     *     actor is no administrator any more
     */
    public Account open(Actor actor, Wish wish) {
        var address = Optional.ofNullable(wish.email()).flatMap(EmailAddress::parse);
        var role = wish.role();
        var errors = new ArrayList<FieldError>();
        if (address.isEmpty()) {
            errors.add(new FieldError("/email", "This is no e-mail address."));
        }
        if (role == null || !Role.isOne(role)) {
            errors.add(new FieldError("/role", "A role is candidate, professional or admin."));
        }
        if (address.isEmpty() || !errors.isEmpty()) {
            throw ProblemException.validation(errors);
        }
        return open(
                actor,
                address.get(),
                Role.of(role, wish.verified()),
                Languages.of(Optional.ofNullable(wish.locale()).orElse("")));
    }

    Account open(Actor actor, EmailAddress address, Role role, Locale language) {
        var locale = language.getLanguage();
        return audited.make(actor, transaction -> {
            var account = accounts.create(transaction, address, role.name(), locale, role.verifiedAt(clock.instant()))
                    .orElseThrow(AccountOpening::exists);
            letters.created(transaction, account);
            var details = Map.of("role", role.written(), "locale", locale);
            return new AuditedChange.Made(account, new Deed(Act.CREATED, "", details));
        });
    }

    private static ProblemException exists() {
        return new ProblemException(409, "ACCOUNT_EXISTS", "This address has an account already.");
    }
}
