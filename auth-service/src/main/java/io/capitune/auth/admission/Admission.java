package io.capitune.auth.admission;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;

import com.mongodb.client.ClientSession;
import io.capitune.auth.account.Account;
import io.capitune.auth.account.Doors;
import io.capitune.auth.device.Arrival;
import io.capitune.auth.device.KnownDevices;
import io.capitune.auth.factor.Demand;
import io.capitune.auth.factor.SecondStep;
import io.capitune.auth.session.BrowserSessions;
import io.capitune.auth.session.Opening;
import io.capitune.platform.mongo.Transactions;
import org.jspecify.annotations.Nullable;

/**
 * Lets in who has proved to be an account's owner, whatever the proof was: a link, a code, a password, a passkey, another provider's
 * word. Every way in ends here, so that what is asked of all of them is asked in one place: that the account is in good standing, and
 * a second step where it has one. Its owner is told when that was in a device that the account does not know.
 */
@ApplicationScoped
public class Admission {

    private final BrowserSessions sessions;
    private final SecondStep secondStep;
    private final Doors doors;
    private final KnownDevices devices;
    private final Waiting waiting;
    private final ProvedIdentities identities;
    private final Transactions transactions;

    Admission(
            BrowserSessions sessions,
            SecondStep secondStep,
            Doors doors,
            KnownDevices devices,
            Waiting waiting,
            ProvedIdentities identities,
            Transactions transactions) {
        this.sessions = sessions;
        this.secondStep = secondStep;
        this.doors = doors;
        this.devices = devices;
        this.waiting = waiting;
        this.identities = identities;
        this.transactions = transactions;
    }

    /**
     * What somebody who signs in asked for.
     *
     * @param next the path of this site to go on to
     * @param shared whether others use the device
     * @param proof how they proved who they are
     * @param identityId the identity at a provider that opens the account from then on; null where there is none to link
     */
    public record Wish(
            String next,
            boolean shared,
            Proof proof,
            @Nullable String identityId) {

        public Wish(String next, boolean shared, Proof proof) {
            this(next, shared, proof, null);
        }

        /** The same, where an identity is to be linked once they are in. */
        public Wish proving(String identity) {
            return new Wish(next, shared, proof, identity);
        }
    }

    /**
     * Opens a session of the account in this browser, or has it wait for its second step, and uses the proof up, both or neither.
     *
     * @param account as it was read before the proof was looked at: what changes in it since makes the proof worthless
     * @param useUp uses up what proved it, in the transaction; false where another call has
     */
    public Admitted admit(Account account, Wish wish, HttpHeaders headers, Predicate<ClientSession> useUp) {
        return refusal(account).orElseGet(() -> admitOpen(account, wish, headers, useUp));
    }

    private Admitted admitOpen(Account account, Wish wish, HttpHeaders headers, Predicate<ClientSession> useUp) {
        if (wish.proof() == Proof.PASSKEY) {
            return open(account, wish, true, headers, useUp);
        }
        var demand = secondStep.demand(account);
        return demand == Demand.NONE ? open(account, wish, false, headers, useUp) : wait(account, wish, demand, useUp);
    }

    /** Why nobody gets into the account, if so; nothing is used up then. */
    public static Optional<Admitted> refusal(Account account) {
        if (account.closedAt() != null) {
            return Optional.of(new Admitted.Closed());
        }
        return Optional.ofNullable(account.suspension()).map(Admitted.Suspended::new);
    }

    /** Opens the session that waited, with its second step. */
    Admitted secondStepDone(
            Account account, PendingSignIn signIn, HttpHeaders headers, Predicate<ClientSession> useUp) {
        return refusal(account).orElseGet(() -> open(account, signIn.wish(), true, headers, useUp));
    }

    private Admitted open(
            Account account, Wish wish, boolean secondFactor, HttpHeaders headers, Predicate<ClientSession> useUp) {
        var opening = sessions.prepare(account.id(), wish.shared(), secondFactor, headers);
        var arrival = devices.browser(account, wish.shared(), headers);
        var opened = transactions.run(transaction -> {
            var mine = doors.pass(transaction, account) && useUp.test(transaction);
            if (mine) {
                sessions.store(transaction, opening);
                Optional.ofNullable(wish.identityId())
                        .ifPresent(identity -> identities.confirm(transaction, account, identity));
                devices.note(transaction, arrival, opening.session().id(), secondFactor);
            }
            return mine;
        });
        return opened ? in(wish, opening, arrival) : new Admitted.Spent();
    }

    private Admitted in(Wish wish, Opening opening, Arrival arrival) {
        var session = Stream.of(sessions.opened(opening));
        return new Admitted.In(
                wish.next(), Stream.concat(session, arrival.cookie().stream()).toList());
    }

    private Admitted wait(Account account, Wish wish, Demand demand, Predicate<ClientSession> useUp) {
        var begun = waiting.begin(account, wish);
        var waits = transactions.run(transaction -> {
            var mine = doors.pass(transaction, account) && useUp.test(transaction);
            if (mine) {
                waiting.store(transaction, begun);
            }
            return mine;
        });
        return waits ? new Admitted.SecondStep(demand == Demand.ENROLMENT, begun.cookie()) : new Admitted.Spent();
    }
}
