package io.capitune.auth.provider;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
import io.capitune.auth.admission.Proof;
import io.capitune.platform.random.RandomTokens;
import io.micrometer.core.instrument.MeterRegistry;
import org.jboss.logging.Logger;

/**
 * Signs somebody in whom a provider knows. A known identity opens its account, whatever its address is by now. One that is not known
 * is linked to the account of its address, or begins one, and only where the provider says that it has verified the address: whoever
 * can make a provider name an address that is not theirs gets nothing by it.
 */
@ApplicationScoped
public class SignInWithProvider {

    private static final Logger LOG = Logger.getLogger(SignInWithProvider.class);

    private final OpenIdClients clients;
    private final BegunSignIns begunSignIns;
    private final Identities identities;
    private final Accounts accounts;
    private final Admission admission;
    private final RandomTokens random;
    private final Duration linkWaitsFor;
    private final Clock clock;
    private final MeterRegistry metrics;

    SignInWithProvider(
            OpenIdClients clients,
            BegunSignIns begunSignIns,
            Identities identities,
            Accounts accounts,
            Admission admission,
            RandomTokens random,
            ProviderConfig config,
            Clock clock,
            MeterRegistry metrics) {
        this.clients = clients;
        this.begunSignIns = begunSignIns;
        this.identities = identities;
        this.accounts = accounts;
        this.admission = admission;
        this.random = random;
        this.linkWaitsFor = config.linkWaitsFor();
        this.clock = clock;
        this.metrics = metrics;
    }

    /**
     * Begins, and says where to send the browser.
     *
     * @param browser the secret of the browser's cookie
     * @param next the path of this site to go on to afterwards
     * @throws ProviderAwayException where the provider cannot be reached; nothing has begun then
     */
    public URI begin(Provider provider, String browser, String next, boolean shared, String language) {
        var state = random.token();
        var target = clients.of(provider).authorization(state, language);
        begunSignIns.add(state, provider, browser, next, shared);
        return target;
    }

    /**
     * Ends what began in this browser, once, whatever comes of it.
     *
     * @param answer the query parameters that the provider sent
     */
    public ProviderResult complete(
            Provider provider, String browser, Map<String, List<String>> answer, String language, HttpHeaders headers) {
        var state = only(answer, "state").orElse("");
        var result = begunSignIns
                .redeem(state, provider, browser)
                .map(begun -> answered(new Return(provider, begun, state, answer, language, headers)))
                .orElseGet(ProviderResult.Over::new);
        var in = result instanceof ProviderResult.Proved(Admitted.In _);
        metrics.counter("capitune.signins", "step", in ? "completed" : "provider-refused")
                .increment();
        return result;
    }

    private record Return(
            Provider provider,
            BegunSignIn begun,
            String state,
            Map<String, List<String>> answer,
            String language,
            HttpHeaders headers) {

        Admission.Wish wish() {
            return new Admission.Wish(begun.next(), begun.shared(), Proof.PROVIDER);
        }
    }

    private ProviderResult answered(Return back) {
        if (only(back.answer(), "error").filter("access_denied"::equals).isPresent()) {
            return new ProviderResult.Denied(back.begun().next(), back.begun().shared());
        }
        try {
            return proved(back, clients.of(back.provider()).redeem(back.state(), back.answer()));
        } catch (ProviderAwayException | AnswerRefusedException e) {
            LOG.warnf("Sign-in with %s failed: %s", back.provider().name(), e.getMessage());
            return new ProviderResult.Failed(back.begun().next(), back.begun().shared());
        }
    }

    private ProviderResult proved(Return back, Stated stated) {
        var known = identities.of(stated);
        if (known.isPresent()) {
            return enter(back, known.get());
        }
        return stated.address()
                .map(address -> link(back, stated, address))
                .orElseGet(() -> new ProviderResult.Unverified(back.begun().next()));
    }

    private ProviderResult enter(Return back, Identity identity) {
        return accounts.byId(identity.accountId())
                .<ProviderResult>map(account -> new ProviderResult.Proved(admission.admit(
                        account,
                        back.wish(),
                        back.headers(),
                        transaction -> identities.used(transaction, identity, clock.instant()))))
                .orElseGet(ProviderResult.Over::new);
    }

    private ProviderResult link(Return back, Stated stated, EmailAddress address) {
        // Made before, as the link's sign-in does: two transactions that make the same one would only be in each
        // other's way.
        var account = accounts.ofOwner(address, back.language());
        var identity = identity(back.provider(), stated, account);
        try {
            return new ProviderResult.Proved(
                    admission.admit(account, back.wish().proving(identity.id()), back.headers(), transaction -> {
                        identities.propose(transaction, identity);
                        return true;
                    }));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            // Two first sign-ins of one person at once: the unique index let one link, and this is the other.
            return identities.of(stated).map(linked -> enter(back, linked)).orElseThrow(() -> e);
        }
    }

    private Identity identity(Provider provider, Stated stated, Account account) {
        var now = clock.instant();
        return new Identity(
                random.id(),
                stated.issuer(),
                stated.subject(),
                account.id(),
                provider.name(),
                account.email(),
                now,
                null,
                now.plus(linkWaitsFor),
                Identity.VERSION);
    }

    private static Optional<String> only(Map<String, List<String>> answer, String name) {
        var values = answer.getOrDefault(name, List.of());
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }
}
