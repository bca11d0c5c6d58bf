package io.capitune.auth.admission;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;

import io.capitune.auth.account.Account;
import io.capitune.auth.account.Accounts;
import io.capitune.auth.device.KnownDevices;
import io.capitune.auth.factor.Demand;
import io.capitune.auth.factor.Enrolment;
import io.capitune.auth.factor.Guesser;
import io.capitune.auth.factor.SecondStep;
import org.jspecify.annotations.Nullable;

/** Ends a sign-in that waits for its second step, in the browser where it waits and nowhere else. */
@ApplicationScoped
public class CompleteSecondStep {

    private final Waiting waiting;
    private final Accounts accounts;
    private final SecondStep secondStep;
    private final Enrolment enrolment;
    private final Admission admission;
    private final KnownDevices devices;

    CompleteSecondStep(
            Waiting waiting,
            Accounts accounts,
            SecondStep secondStep,
            Enrolment enrolment,
            Admission admission,
            KnownDevices devices) {
        this.waiting = waiting;
        this.accounts = accounts;
        this.secondStep = secondStep;
        this.enrolment = enrolment;
        this.admission = admission;
        this.devices = devices;
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
                .flatMap(signIn -> accounts.byId(signIn.accountId())
                        .map(account -> new Asked(signIn, account, secondStep.demand(account))));
    }

    /** Judges an app's code or a recovery code; the tries, the account's and the sign-in's, are taken before. */
    public SecondStepResult tryCode(@Nullable String typed, String source, HttpHeaders headers) {
        var asked = asked(headers).filter(it -> it.demand() == Demand.CODE).orElse(null);
        if (asked == null) {
            return new SecondStepResult.NothingPending();
        }
        var trusted = devices.knownBySecondStep(asked.account().id(), headers);
        var wait = secondStep.takeTry(asked.account(), new Guesser(source, trusted));
        if (wait.isPresent()) {
            return new SecondStepResult.TriesReached(wait.get());
        }
        return waiting.takeTry(asked.signIn())
                .map(left -> judge(asked, typed, left, headers))
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
                        // In this order: an app is never stored without its owner being shown the recovery codes.
                        transaction -> waiting.end(transaction, it.signIn())
                                && enrolment.store(transaction, it.account(), confirmed)));
    }

    private SecondStepResult judge(Asked asked, @Nullable String typed, int left, HttpHeaders headers) {
        var admitted = admission.secondStepDone(
                asked.account(),
                asked.signIn(),
                headers,
                transaction -> secondStep.useUp(transaction, asked.account(), typed)
                        && waiting.end(transaction, asked.signIn()));
        return admitted instanceof Admitted.Spent
                ? new SecondStepResult.Wrong(left)
                : new SecondStepResult.Right(admitted);
    }
}
