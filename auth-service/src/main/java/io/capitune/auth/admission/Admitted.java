package io.capitune.auth.admission;

import java.util.List;

import jakarta.ws.rs.core.NewCookie;

import io.capitune.auth.account.Suspension;

/** What follows when somebody has proved to be an account's owner. */
public sealed interface Admitted {

    /**
     * They are in.
     *
     * @param next the path to go on to
     * @param cookies of the new session, and of a browser that is remembered
     */
    record In(String next, List<NewCookie> cookies) implements Admitted {

        /** The cookies for the answer. */
        public NewCookie[] toKeep() {
            return cookies.toArray(NewCookie[]::new);
        }
    }

    /**
     * The proof is used up, and there is no session yet: a second step is wanted, at {@link #path}.
     *
     * @param enrolment whether one has to be set up first, as admins must
     * @param pending the cookie that leads back to what waits
     */
    record SecondStep(boolean enrolment, NewCookie pending) implements Admitted {

        /** The page to go on to. */
        public String path() {
            return enrolment ? "/login/enrol" : "/login/second";
        }
    }

    /** The account is suspended: nothing was used up, and there is no session. */
    record Suspended(Suspension suspension) implements Admitted {}

    /** The account's owner had it deleted, and what is left of it waits to be erased. */
    record Closed() implements Admitted {}

    /** The account of the address that proved it has another one since a few days; nothing was used up. */
    record Moved() implements Admitted {}

    /** The proof was used by another call in the meantime. */
    record Spent() implements Admitted {}
}
