package io.capitune.auth.link;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.ClientSession;
import io.capitune.auth.AuthConfig;
import io.capitune.auth.account.Account;
import io.capitune.auth.account.EmailAddress;
import io.capitune.auth.letter.AccountLetter;
import io.capitune.auth.letter.AccountMail;
import io.capitune.auth.signin.SignInLimits;
import io.capitune.platform.mongo.Transactions;
import io.capitune.platform.random.Hashes;
import io.capitune.platform.random.RandomTokens;
import org.jspecify.annotations.Nullable;

/**
 * Sends links. Each request costs the same commands, whether a mail goes or not: what must not be known is written and settled at
 * once, and its link works for nobody.
 */
@ApplicationScoped
public class LinkMail {

    private final SignInLimits limits;
    private final MailedLinks links;
    private final AccountMail mail;
    private final RandomTokens random;
    private final Transactions transactions;
    private final Duration validFor;
    private final Clock clock;

    LinkMail(
            SignInLimits limits,
            MailedLinks links,
            AccountMail mail,
            RandomTokens random,
            Transactions transactions,
            AuthConfig config,
            Clock clock) {
        this.limits = limits;
        this.links = links;
        this.mail = mail;
        this.random = random;
        this.transactions = transactions;
        this.validFor = config.password().linkValidFor();
        this.clock = clock;
    }

    /**
     * A link to be sent.
     *
     * @param purpose what it is for, and the page that it leads to: {@code /<purpose>?token=…}
     * @param kind the letter's kind
     * @param accountId the account that it changes, where the address alone does not say
     * @param heldSince when the account may have come into the hands of who asks, where the link changes its address
     * @param sessionId the session that asks, where the link works no longer than that lives
     * @param works false where the letter only tells something and its link is good for nothing
     * @param sent false where there is nobody to send it to
     */
    public record Wish(
            String purpose,
            String kind,
            EmailAddress to,
            String locale,
            String browser,
            String source,
            @Nullable String passwordHash,
            @Nullable String role,
            @Nullable String accountId,
            @Nullable Instant heldSince,
            @Nullable String sessionId,
            boolean works,
            boolean sent) {

        /** One for a link that changes no address. */
        public Wish(
                String purpose,
                String kind,
                EmailAddress to,
                String locale,
                String browser,
                String source,
                @Nullable String passwordHash,
                @Nullable String role,
                @Nullable String accountId,
                boolean works,
                boolean sent) {
            this(purpose, kind, to, locale, browser, source, passwordHash, role, accountId, null, null, works, sent);
        }

        @Override
        public String toString() {
            return "a wish for a link: " + purpose;
        }
    }

    /** Stores the link and the wish for its mail, or what costs the same. */
    public void send(Wish wish) {
        var allowed = limits.allow(wish.purpose(), wish.to(), Hashes.sha256(wish.browser()), wish.source());
        var goes = allowed && wish.sent();
        var token = random.token();
        var now = clock.instant();
        var link = new MailedLink(
                random.id(),
                wish.purpose(),
                Hashes.sha256(token),
                Hashes.sha256(wish.browser()),
                wish.to().value(),
                wish.locale(),
                wish.passwordHash(),
                wish.role(),
                wish.accountId(),
                wish.heldSince(),
                wish.sessionId(),
                now,
                // Pressing on fills no disk: MongoDB removes at its next look what stands for a mail beyond the limits.
                allowed ? now.plus(validFor) : Instant.EPOCH,
                goes && wish.works() ? null : now,
                MailedLink.VERSION);
        var path = wish.works() ? path(wish.purpose(), token) : "/login";
        var letter = new AccountLetter(wish.kind(), wish.to(), wish.locale(), Map.of(), path, validFor);
        transactions.run(transaction -> {
            links.put(transaction, link);
            if (goes) {
                mail.send(transaction, letter);
            } else {
                mail.pretend(transaction, letter);
            }
            return link;
        });
    }

    /**
     * Sends the account's owner a link that nobody asked for, with the transaction and whatever the limits.
     *
     * @param account to whose address it goes
     * @param heldSince when the account may have come into other hands
     */
    public void tell(
            ClientSession transaction,
            String purpose,
            String kind,
            Account account,
            Instant heldSince,
            Duration goodFor) {
        var token = random.token();
        var now = clock.instant();
        var to = new EmailAddress(account.email());
        var link = new MailedLink(
                random.id(),
                purpose,
                Hashes.sha256(token),
                // No browser asked for it.
                Hashes.sha256(random.token()),
                to.value(),
                account.locale(),
                null,
                null,
                account.id(),
                heldSince,
                null,
                now,
                now.plus(goodFor),
                null,
                MailedLink.VERSION);
        links.put(transaction, link);
        mail.send(transaction, new AccountLetter(kind, to, account.locale(), Map.of(), path(purpose, token), goodFor));
    }

    private static String path(String purpose, String token) {
        return "/" + purpose + "?token=" + token;
    }
}
