package io.capitune.auth.provider;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import io.capitune.auth.account.Account;
import io.capitune.auth.account.Accounts;
import io.capitune.auth.account.EmailAddress;
import io.capitune.auth.admission.Admission;
import io.capitune.auth.admission.Admitted;
import io.capitune.platform.random.RandomTokens;

/**
 * Lets in whom a provider has named. A known identity opens its account, whatever its address is by now. One that is not known is
 * linked to the account of its address, or begins one, and only where the provider says that it has verified the address: whoever can
 * make a provider name an address that is not theirs gets nothing by it.
 */
@ApplicationScoped
class AdmitIdentity {

    private final Identities identities;
    private final Accounts accounts;
    private final Admission admission;
    private final RandomTokens random;
    private final Duration linkWaitsFor;
    private final Clock clock;

    AdmitIdentity(
            Identities identities,
            Accounts accounts,
            Admission admission,
            RandomTokens random,
            ProviderConfig config,
            Clock clock) {
        this.identities = identities;
        this.accounts = accounts;
        this.admission = admission;
        this.random = random;
        this.linkWaitsFor = config.linkWaitsFor();
        this.clock = clock;
    }

    /**
     * What somebody proved, and what they asked for.
     *
     * @param language of an account that begins now
     */
    record Arrival(Provider provider, Stated stated, Admission.Wish wish, String language, HttpHeaders headers) {}

    /** Empty where the identity is not known and names no verified address. */
    Optional<Admitted> admit(Arrival arrival) {
        var known = identities.of(arrival.stated());
        return known.isPresent()
                ? Optional.of(enter(arrival, known.get()))
                : arrival.stated().address().map(address -> link(arrival, address));
    }

    private Admitted enter(Arrival arrival, Identity identity) {
        return accounts.byId(identity.accountId())
                .map(account -> admission.admit(
                        account,
                        arrival.wish(),
                        arrival.headers(),
                        transaction -> identities.used(transaction, identity, clock.instant())))
                .orElseGet(Admitted.Spent::new);
    }

    private Admitted link(Arrival arrival, EmailAddress address) {
        if (accounts.moved(address)) {
            return new Admitted.Moved();
        }
        // Made before, as the link's sign-in does: two transactions that make the same one would only be in each
        // other's
        // way.
        var account = accounts.ofOwner(address, arrival.language());
        var identity = identity(arrival, account);
        try {
            return admission.admit(account, arrival.wish().proving(identity.id()), arrival.headers(), transaction -> {
                identities.propose(transaction, identity);
                return true;
            });
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            // Two first sign-ins of one person at once: the unique index let one link, and this is the other.
            return identities
                    .of(arrival.stated())
                    .map(linked -> enter(arrival, linked))
                    .orElseThrow(() -> e);
        }
    }

    private Identity identity(Arrival arrival, Account account) {
        var now = clock.instant();
        return new Identity(
                random.id(),
                arrival.stated().issuer(),
                arrival.stated().subject(),
                account.id(),
                arrival.provider().name(),
                account.email(),
                now,
                null,
                now.plus(linkWaitsFor),
                Identity.VERSION);
    }
}
