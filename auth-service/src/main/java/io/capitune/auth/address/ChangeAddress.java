package io.capitune.auth.address;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.ClientSession;
import io.capitune.auth.AuthConfig;
import io.capitune.auth.account.Account;
import io.capitune.auth.account.AccountAddresses;
import io.capitune.auth.account.Accounts;
import io.capitune.auth.account.EmailAddress;
import io.capitune.auth.admission.PendingSignIns;
import io.capitune.auth.link.LinkMail;
import io.capitune.auth.link.MailedLink;
import io.capitune.auth.link.MailedLinks;
import io.capitune.auth.session.Sessions;
import org.jspecify.annotations.Nullable;

/**
 * Gives an account another address, once its owner has proved to read its mail. The former one gets a link that undoes it, each time:
 * whoever changes twice takes nothing from it.
 */
@ApplicationScoped
public class ChangeAddress {

    private final Accounts accounts;
    private final AccountAddresses addresses;
    private final AddressLimits limits;
    private final LinkMail mail;
    private final MailedLinks links;
    private final PendingSignIns pendingSignIns;
    private final Sessions sessions;
    private final AddressLinks uses;
    private final Duration undoableFor;
    private final Clock clock;

    ChangeAddress(
            Accounts accounts,
            AccountAddresses addresses,
            AddressLimits limits,
            LinkMail mail,
            MailedLinks links,
            PendingSignIns pendingSignIns,
            Sessions sessions,
            AddressLinks uses,
            AuthConfig config,
            Clock clock) {
        this.accounts = accounts;
        this.addresses = addresses;
        this.limits = limits;
        this.mail = mail;
        this.links = links;
        this.pendingSignIns = pendingSignIns;
        this.sessions = sessions;
        this.uses = uses;
        this.undoableFor = config.address().undoableFor();
        this.clock = clock;
    }

    /**
     * Sends the link to the new address, or where that is somebody's already, the mail that says so there.
     *
     * @param browser the secret of the asking browser's sign-in cookie
     * @param source the network address that asks
     * @param sessionId the session that asks: once it has ended, for whatever reason, the link works no more
     * @param heldSince when the account may have come into the hands of who asks, should they not be its owner
     * @return for how long to wait where the account has asked too often; nothing was done then
     */
    public Optional<Duration> request(
            Account account,
            EmailAddress to,
            String browser,
            String source,
            @Nullable String sessionId,
            Instant heldSince) {
        var wait = limits.take(account);
        if (wait.isPresent()) {
            return wait;
        }
        var taken = addresses.taken(to, account.id());
        var reader = accounts.byEmail(to).orElse(account);
        mail.send(new LinkMail.Wish(
                MailedLink.CONFIRM_EMAIL,
                taken ? "email-taken" : "confirm-email",
                to,
                reader.locale(),
                browser,
                source,
                null,
                null,
                account.id(),
                heldSince,
                sessionId,
                !taken,
                true));
        return Optional.empty();
    }

    /** The link of a token, if it still works; looks and changes nothing. */
    public Optional<MailedLink> look(String token) {
        return uses.look(MailedLink.CONFIRM_EMAIL, token).filter(this::askerIsIn);
    }

    /** Changes the address; of any number of simultaneous uses of a link one does. */
    public AddressResult confirm(String token) {
        return uses.use(MailedLink.CONFIRM_EMAIL, token, this::applies, this::change);
    }

    private boolean applies(Account account, MailedLink link) {
        return account.open() && !account.email().equals(link.email()) && askerIsIn(link);
    }

    private boolean askerIsIn(MailedLink link) {
        return link.sessionId() != null && sessions.lives(link.sessionId(), clock.instant());
    }

    private void change(ClientSession transaction, Account account, MailedLink link) {
        addresses.move(transaction, account, link.address(), clock.instant().plus(undoableFor));
        links.revokeOf(transaction, MailedLink.CONFIRM_EMAIL, account.id(), Instant.EPOCH);
        pendingSignIns.endAll(transaction, account.id());
        mail.tell(transaction, UndoAddress.PURPOSE, "email-changed", account, link.suspectSince(), undoableFor);
    }
}
