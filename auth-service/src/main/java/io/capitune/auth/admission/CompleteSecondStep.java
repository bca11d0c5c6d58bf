package io.capitune.auth.admission;

import java.time.Clock;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;

import io.capitune.auth.AuthConfig;
import io.capitune.auth.account.Account;
import io.capitune.auth.account.Accounts;
import io.capitune.auth.factor.Demand;
import io.capitune.auth.factor.Enrolment;
import io.capitune.auth.factor.SecondStep;
import org.jspecify.annotations.Nullable;

/** Ends a sign-in that waits for its second step, in the browser where it waits and nowhere else. */
@ApplicationScoped
public class CompleteSecondStep {

    private final Waiting waiting;
    private final PendingSignIns pending;
    private final Accounts accounts;
    private final SecondStep secondStep;
    private final Enrolment enrolment;
    private final Admission admission;
    private final int tryLimit;
    private final Clock clock;

    CompleteSecondStep(
            Waiting waiting,
            PendingSignIns pending,
            Accounts accounts,
            SecondStep secondStep,
            Enrolment enrolment,
            Admission admission,
            AuthConfig config,
            Clock clock) {
        this.waiting = waiting;
        this.pending = pending;
        this.accounts = accounts;
        this.secondStep = secondStep;
        this.enrolment = enrolment;
        this.admission = admission;
        this.tryLimit = config.secondFactor().triesPerSignIn();
        this.clock = clock;
    }

    /**
     * A sign-in that waits.
     *
     * @param demand what is asked, as the account is now
     */
    public record Asked(PendingSignIn signIn, Account account, Demand demand) {}

    /** What waits in this browser; empty as well when its tries are used up. */
    public Optional<Asked> asked(HttpHeaders headers) {
        return waiting.of(headers)
                .filter(signIn -> signIn.tries() < tryLimit)
                .flatMap(signIn -> accounts.byId(signIn.accountId())
                        .map(account -> new Asked(signIn, account, secondStep.demand(account))));
    }

    /** Judges an app's code or a recovery code; the tries, the sign-in's and the account's, are taken before. */
    public SecondStepResult tryCode(@Nullable String typed, String source, HttpHeaders headers) {
        var asked = asked(headers).filter(it -> it.demand() == Demand.CODE).orElse(null);
        if (asked == null) {
            return new SecondStepResult.NothingPending();
        }
        var wait = secondStep.takeTry(asked.account(), source);
        if (wait.isPresent()) {
            return new SecondStepResult.TriesReached(wait.get());
        }
        return pending.takeTry(asked.signIn().id(), tryLimit, clock.instant())
                .map(signIn -> judge(asked.account(), signIn, typed, headers))
                .orElseGet(SecondStepResult.NothingPending::new);
    }

    /** Sets up an admin's app and opens the session, both or neither; empty where nothing waits for that. */
    public Optional<Admitted> enrol(Enrolment.Confirmed confirmed, HttpHeaders headers) {
        return asked(headers)
                .filter(it -> it.demand() == Demand.ENROLMENT)
                .map(it -> admission.secondStepDone(
                        it.account(),
                        it.signIn(),
                        headers,
                        transaction -> pending.consume(transaction, it.signIn().id(), clock.instant())
                                && enrolment.store(transaction, it.account(), confirmed)));
    }

    private SecondStepResult judge(Account account, PendingSignIn signIn, @Nullable String typed, HttpHeaders headers) {
        var admitted = admission.secondStepDone(
                account,
                signIn,
                headers,
                transaction -> secondStep.useUp(transaction, account, typed)
                        && pending.consume(transaction, signIn.id(), clock.instant()));
        return admitted instanceof Admitted.Spent
                ? new SecondStepResult.Wrong(tryLimit - signIn.tries())
                : new SecondStepResult.Right(admitted);
    }
}
