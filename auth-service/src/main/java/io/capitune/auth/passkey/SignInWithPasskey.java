package io.capitune.auth.passkey;

import java.time.Clock;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;

import io.capitune.auth.account.Account;
import io.capitune.auth.account.Accounts;
import io.capitune.auth.admission.Admission;
import io.capitune.auth.admission.Admitted;
import io.micrometer.core.instrument.MeterRegistry;

/** Signs somebody in by a passkey alone: which account it is, the passkey says. */
@ApplicationScoped
public class SignInWithPasskey {

    private final RelyingParty party;
    private final Challenges challenges;
    private final Passkeys passkeys;
    private final Accounts accounts;
    private final Admission admission;
    private final MeterRegistry metrics;
    private final Clock clock;

    SignInWithPasskey(
            RelyingParty party,
            Challenges challenges,
            Passkeys passkeys,
            Accounts accounts,
            Admission admission,
            MeterRegistry metrics,
            Clock clock) {
        this.party = party;
        this.challenges = challenges;
        this.passkeys = passkeys;
        this.accounts = accounts;
        this.admission = admission;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** What the browser is asked for. */
    public RequestOptions options(String browser) {
        return RequestOptions.of(
                challenges.issue(browser, null), challenges.validFor().toMillis(), party.id());
    }

    /** Lets in whose passkey answered; empty where it did not, for whatever reason. */
    public Optional<Admitted> signIn(String browser, Answer answer, Admission.Wish wish, HttpHeaders headers) {
        var admitted = holder(answer)
                .flatMap(holder -> party.proved(
                                answer, holder.passkey(), challenge -> challenges.redeem(challenge, browser, null))
                        .map(proved -> admission.admit(
                                holder.account(),
                                wish,
                                headers,
                                transaction -> passkeys.used(
                                        transaction, holder.passkey(), proved.signCount(), clock.instant()))));
        var in = admitted.filter(it -> it instanceof Admitted.In).isPresent();
        metrics.counter("capitune.signins", "step", in ? "completed" : "passkey-refused")
                .increment();
        return admitted.filter(it -> !(it instanceof Admitted.Spent));
    }

    private record Holder(Passkey passkey, Account account) {}

    // The user handle was given out with the credential: the two have to name the same account (WebAuthn 7.2, step 6).
    private Optional<Holder> holder(Answer answer) {
        if (answer.id() == null || answer.response() == null) {
            return Optional.empty();
        }
        var handle = answer.response().userHandle();
        return passkeys.byId(answer.id())
                .filter(passkey ->
                        CreationOptions.userHandle(passkey.accountId()).equals(handle))
                .flatMap(passkey -> accounts.byId(passkey.accountId()).map(account -> new Holder(passkey, account)));
    }
}
