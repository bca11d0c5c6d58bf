package io.capitune.auth.register;

import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;

import io.capitune.auth.account.Account;
import io.capitune.auth.account.Accounts;
import io.capitune.auth.account.Door;
import io.capitune.auth.account.EmailAddress;
import io.capitune.auth.admission.Admission;
import io.capitune.auth.admission.Admitted;
import io.capitune.auth.admission.Proof;
import io.capitune.auth.link.LinkMail;
import io.capitune.auth.link.MailedLink;
import io.capitune.auth.link.MailedLinks;
import io.capitune.auth.password.PasswordHasher;
import io.capitune.auth.password.PasswordRules;
import io.capitune.auth.password.Passwords;
import io.capitune.auth.signin.NextPath;
import io.capitune.platform.error.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Registers. Nothing becomes an account before the mailed link is used, so that nobody can lie in wait in somebody else's. The answer
 * and the work are the same for an address that has an account: its owner gets a mail that says so.
 */
@ApplicationScoped
public class Register {

    public static final String PURPOSE = "verify-email";

    private final Accounts accounts;
    private final PasswordHasher hasher;
    private final Passwords passwords;
    private final PasswordRules rules;
    private final RegistrationLimit limit;
    private final LinkMail mail;
    private final MailedLinks links;
    private final Admission admission;

    Register(
            Accounts accounts,
            PasswordHasher hasher,
            Passwords passwords,
            PasswordRules rules,
            RegistrationLimit limit,
            LinkMail mail,
            MailedLinks links,
            Admission admission) {
        this.accounts = accounts;
        this.hasher = hasher;
        this.passwords = passwords;
        this.rules = rules;
        this.limit = limit;
        this.mail = mail;
        this.links = links;
        this.admission = admission;
    }

    /**
     * Who asks for an account.
     *
     * @param password null where the mailed link is to be the way in
     * @param role candidate or professional
     * @param browser the secret of the asking browser's sign-in cookie
     * @param source the network address that asks
     */
    public record Wish(
            EmailAddress address,
            @Nullable String password,
            String role,
            String locale,
            String browser,
            String source) {

        @Override
        public String toString() {
            return "a registration";
        }
    }

    /** What became of a wish. */
    public sealed interface Asked {

        /** A mail is on its way, the same answer for every address. */
        record Sent() implements Asked {}

        /** Too much comes from that network; nothing was done. */
        record Wait(Duration retryAfter) implements Asked {}

        /** The password keeps the rules not; nothing was sent. */
        record Refused(PasswordRules.Fault fault) implements Asked {}
    }

    /**
     * Sends the link, or the mail that says that there is an account.
     *
     * @throws ProblemException 503 {@code BUSY} where too many passwords are being hashed; it does not count
     */
    public Asked request(Wish wish) {
        var wait = limit.take(wish.source());
        if (wait.isPresent()) {
            return new Asked.Wait(wait.get());
        }
        try {
            return ask(wish);
        } catch (ProblemException busy) {
            limit.undo(wish.source());
            throw busy;
        }
    }

    private Asked ask(Wish wish) {
        var password = wish.password();
        var fault = Optional.ofNullable(password).flatMap(it -> rules.fault(it, wish.address(), false, wish.source()));
        if (fault.isPresent()) {
            return new Asked.Refused(fault.get());
        }
        var hash = password == null ? null : hasher.hash(password, wish.source());
        var known = accounts.byEmail(wish.address()).isPresent();
        mail.send(new LinkMail.Wish(
                PURPOSE,
                known ? "register-known" : "register",
                wish.address(),
                wish.locale(),
                wish.browser(),
                wish.source(),
                hash,
                wish.role(),
                null,
                !known,
                true));
        return new Asked.Sent();
    }

    /** The registration of a link's token, if it still works. */
    public Optional<MailedLink> look(String token) {
        return links.live(PURPOSE, token);
    }

    /** The registration of a link's token that was used a while ago at most. */
    public Optional<MailedLink> used(String token) {
        return links.used(PURPOSE, token);
    }

    /** Whether somebody was in the account of its address already: then it stays as it is, whatever was chosen with the registration. */
    public boolean comesLate(MailedLink link) {
        return accounts.byEmail(link.address()).filter(Register::wasOpened).isPresent();
    }

    private static boolean wasOpened(Account account) {
        return Optional.ofNullable(account.door()).map(Door::openings).isPresent();
    }

    /**
     * Opens the account and lets its owner in.
     *
     * @param withPassword whether a password chosen then becomes that of the account, if nobody was in it before: only where the same browser
     *     confirms, or a program that was given the token. Whoever comes by the mail alone may not be who chose it.
     * @param shared whether others use the device
     */
    public Admitted complete(MailedLink link, boolean withPassword, boolean shared, HttpHeaders headers) {
        var role = link.role();
        var hash = link.passwordHash();
        if (role == null) {
            throw new IllegalArgumentException("not the link of a registration");
        }
        if (accounts.moved(link.address())) {
            return new Admitted.Moved();
        }
        var account = accounts.ofOwner(link.address(), link.locale(), role);
        // Not whether this call made it: another press of the button may have, which then came to nothing.
        var begins = !wasOpened(account);
        return admission.admit(
                account, new Admission.Wish(NextPath.DEFAULT.value(), shared, Proof.LINK), headers, transaction -> {
                    var mine = links.consume(transaction, link);
                    if (mine && withPassword && begins && hash != null) {
                        passwords.put(transaction, account.id(), hash);
                    }
                    return mine;
                });
    }
}
