package io.capitune.auth.provider;

import java.time.Clock;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.ClientSession;
import io.capitune.auth.account.Account;
import io.capitune.auth.admission.ProvedIdentities;
import io.capitune.auth.letter.AccountLetter;
import io.capitune.auth.letter.AccountMail;

/** Links an identity for good when its owner is in, and tells them by mail. */
@ApplicationScoped
class ConfirmIdentity implements ProvedIdentities {

    private final Identities identities;
    private final Providers providers;
    private final AccountMail mail;
    private final Clock clock;

    ConfirmIdentity(Identities identities, Providers providers, AccountMail mail, Clock clock) {
        this.identities = identities;
        this.providers = providers;
        this.mail = mail;
        this.clock = clock;
    }

    @Override
    public void confirm(ClientSession transaction, Account account, String identityId) {
        if (identities.confirm(transaction, account.id(), identityId, clock.instant())) {
            identities
                    .ofOwner(transaction, account.id(), identityId)
                    .ifPresent(identity -> mail.send(transaction, letter(account, identity)));
        }
    }

    private AccountLetter letter(Account account, Identity identity) {
        return AccountLetter.aboutSecurity(
                "provider-linked", account, Map.of("provider", providers.label(identity.provider())));
    }
}
