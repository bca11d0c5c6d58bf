package io.capitune.auth.password;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.auth.account.Account;
import io.capitune.auth.account.Accounts;
import io.capitune.auth.account.Doors;
import io.capitune.auth.account.EmailAddress;
import io.capitune.auth.link.LinkMail;
import io.capitune.auth.link.MailedLink;
import io.capitune.auth.link.MailedLinks;
import io.capitune.platform.mongo.Transactions;

/** A new password for who can read the account's mail. The answer and the work are the same for an address without an account. */
@ApplicationScoped
public class ForgottenPassword {

    static final String PURPOSE = "reset-password";

    private static final Duration JUST = Duration.ofMinutes(1);

    private final Accounts accounts;
    private final LinkMail mail;
    private final MailedLinks links;
    private final ChangePassword changePassword;
    private final Doors doors;
    private final Transactions transactions;
    private final Clock clock;

    ForgottenPassword(
            Accounts accounts,
            LinkMail mail,
            MailedLinks links,
            ChangePassword changePassword,
            Doors doors,
            Transactions transactions,
            Clock clock) {
        this.accounts = accounts;
        this.mail = mail;
        this.links = links;
        this.changePassword = changePassword;
        this.doors = doors;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Sends the link, where there is an account. */
    public void request(EmailAddress address, String locale, String browser, String source) {
        var account = accounts.byEmail(address);
        mail.send(new LinkMail.Wish(
                PURPOSE,
                "reset-password",
                address,
                account.map(Account::locale).orElse(locale),
                browser,
                source,
                null,
                null,
                null,
                true,
                account.isPresent()));
    }

    /** The link of a token, if it still works, and the account that it is for. */
    public Optional<Reset> look(String token) {
        return links.live(PURPOSE, token)
                .flatMap(link -> accounts.byEmail(link.address()).map(account -> new Reset(link, account)));
    }

    /** Whether the link of the token has set a password a moment ago: a button that was pressed twice. */
    public boolean justUsed(String token) {
        var moment = clock.instant().minus(JUST);
        return links.used(PURPOSE, token)
                .filter(link -> link.consumedAt() != null && link.consumedAt().isAfter(moment))
                .isPresent();
    }

    /** A link with its account. */
    public record Reset(MailedLink link, Account account) {}

    /** Sets the password, which keeps the rules, and ends all sessions; false where another call has used the link. */
    public boolean reset(Reset reset, String password, String source) {
        var hash = changePassword.hash(password, source);
        return transactions.run(transaction -> {
            var mine = doors.pass(transaction, reset.account()) && links.consume(transaction, reset.link());
            if (mine) {
                changePassword.put(transaction, reset.account(), hash, null);
            }
            return mine;
        });
    }
}
