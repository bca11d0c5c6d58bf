package io.capitune.auth.address;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.ClientSession;
import io.capitune.auth.account.Account;
import io.capitune.auth.account.AccountAddresses;
import io.capitune.auth.account.Doors;
import io.capitune.auth.account.EmailAddress;
import io.capitune.auth.account.Reclaim;
import io.capitune.auth.letter.AccountLetter;
import io.capitune.auth.letter.AccountMail;
import io.capitune.auth.link.MailedLink;
import io.capitune.auth.link.MailedLinks;
import io.quarkus.arc.All;

/**
 * Gives an account the address back that it had before a change, for who reads that one's mail. It may have been in other hands
 * meanwhile: every way in that may be theirs is closed ({@link Reclaim}), and what they began later can neither be confirmed nor undone.
 */
@ApplicationScoped
public class UndoAddress {

    static final String PURPOSE = "undo-email";

    private final AccountAddresses addresses;
    private final Doors doors;
    private final List<Reclaim> reclaims;
    private final MailedLinks links;
    private final AccountMail mail;
    private final AddressLinks uses;

    UndoAddress(
            AccountAddresses addresses,
            Doors doors,
            @All List<Reclaim> reclaims,
            MailedLinks links,
            AccountMail mail,
            AddressLinks uses) {
        this.addresses = addresses;
        this.doors = doors;
        this.reclaims = reclaims;
        this.links = links;
        this.mail = mail;
        this.uses = uses;
    }

    /** The link of a token, if it still works; looks and changes nothing. */
    public Optional<MailedLink> look(String token) {
        return uses.look(PURPOSE, token);
    }

    /** Undoes the change; of any number of simultaneous uses of a link one does. */
    public AddressResult undo(String token) {
        // A suspended account, too: its owner is not in, but the address is theirs when it is restored.
        return uses.use(PURPOSE, token, (account, link) -> account.closedAt() == null, this::restore);
    }

    private void restore(ClientSession transaction, Account account, MailedLink link) {
        var changedAt = link.createdAt();
        addresses.restore(transaction, account, link.address(), changedAt);
        doors.close(transaction, account.id());
        links.revokeOf(transaction, MailedLink.CONFIRM_EMAIL, account.id(), Instant.EPOCH);
        links.revokeOf(transaction, PURPOSE, account.id(), changedAt);
        reclaims.forEach(way -> way.reclaim(transaction, account.id(), link.suspectSince()));
        tell(transaction, account, link.address());
    }

    private void tell(ClientSession transaction, Account account, EmailAddress restored) {
        var replaced = new EmailAddress(account.email());
        if (!replaced.equals(restored)) {
            mail.send(transaction, AccountLetter.notice("email-withdrawn", replaced, account.locale(), Map.of()));
        }
        mail.send(
                transaction, new AccountLetter("email-restored", restored, account.locale(), Map.of(), "/login", null));
    }
}
