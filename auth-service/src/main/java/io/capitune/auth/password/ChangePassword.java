package io.capitune.auth.password;

import java.time.Instant;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.ClientSession;
import io.capitune.auth.account.Account;
import io.capitune.auth.account.Doors;
import io.capitune.auth.account.EmailAddress;
import io.capitune.auth.admission.PendingSignIns;
import io.capitune.auth.device.KnownDevices;
import io.capitune.auth.letter.AccountLetter;
import io.capitune.auth.letter.AccountMail;
import io.capitune.auth.link.MailedLink;
import io.capitune.auth.link.MailedLinks;
import io.capitune.auth.session.Sessions;
import io.capitune.platform.error.ProblemException;
import io.capitune.platform.mongo.Transactions;
import org.jspecify.annotations.Nullable;

/**
 * Sets a password. Whoever knew the old one is out: all other sessions end, sign-ins that wait for their second step too, all other devices are new
 * again, links for a forgotten one and changes of address under way come to nothing, and a mail tells.
 */
@ApplicationScoped
public class ChangePassword {

    private final PasswordHasher hasher;
    private final Passwords passwords;
    private final Sessions sessions;
    private final PendingSignIns pendingSignIns;
    private final KnownDevices devices;
    private final Doors doors;
    private final MailedLinks links;
    private final AccountMail mail;
    private final Transactions transactions;

    ChangePassword(
            PasswordHasher hasher,
            Passwords passwords,
            Sessions sessions,
            PendingSignIns pendingSignIns,
            KnownDevices devices,
            Doors doors,
            MailedLinks links,
            AccountMail mail,
            Transactions transactions) {
        this.hasher = hasher;
        this.passwords = passwords;
        this.sessions = sessions;
        this.pendingSignIns = pendingSignIns;
        this.devices = devices;
        this.doors = doors;
        this.links = links;
        this.mail = mail;
        this.transactions = transactions;
    }

    /** Whether the account has one. */
    public boolean hasOne(Account account) {
        return passwords.hasPassword(account.id());
    }

    /**
     * Sets the account's password, which keeps the rules.
     *
     * @param account as it was read before its owner's proof was looked at
     * @param session the one that goes on
     * @param source the network address that asks
     * @throws ProblemException 409 {@code ACCOUNT_CHANGED} where ways into it were closed meanwhile
     */
    public void change(Account account, String password, @Nullable String session, String source) {
        var hash = hash(password, source);
        transactions.run(transaction -> {
            if (!doors.pass(transaction, account)) {
                throw new ProblemException(
                        409, "ACCOUNT_CHANGED", "The account has changed meanwhile; look at it again.");
            }
            put(transaction, account, hash, session);
            return hash;
        });
    }

    String hash(String password, String source) {
        return hasher.hash(password, source);
    }

    void put(ClientSession transaction, Account account, String hash, @Nullable String session) {
        passwords.put(transaction, account.id(), hash);
        doors.close(transaction, account.id());
        sessions.endOthers(transaction, account.id(), session);
        pendingSignIns.endAll(transaction, account.id());
        devices.forgetOthers(transaction, account.id(), session);
        links.revoke(transaction, ForgottenPassword.PURPOSE, account.email());
        links.revokeOf(transaction, MailedLink.CONFIRM_EMAIL, account.id(), Instant.EPOCH);
        mail.send(
                transaction,
                new AccountLetter(
                        "password-changed",
                        new EmailAddress(account.email()),
                        account.locale(),
                        Map.of(),
                        "/forgot-password",
                        null));
    }
}
