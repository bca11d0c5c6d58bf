package io.capitune.auth.session;

import java.time.Instant;

import io.capitune.auth.account.Account;
import io.capitune.auth.token.Person;

/** A live session with its account, as read at a moment. */
record SignedIn(Session session, Account account, Instant readAt) {

    Person person() {
        return new Person(account.id(), account.roles(), account.locale(), session.id());
    }
}
