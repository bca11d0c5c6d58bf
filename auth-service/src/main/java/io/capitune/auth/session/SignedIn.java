package io.capitune.auth.session;

import java.time.Instant;
import java.util.List;

import io.capitune.auth.account.Account;
import io.capitune.auth.token.Person;

/** A live session with its account, as read at a moment. */
record SignedIn(Session session, Account account, Instant readAt) {

    Person person() {
        return new Person(account.id(), roles(), account.locale(), session.id(), session.isShared());
    }

    // An account may have become an admin's after this session began: a session without a second factor never is one.
    private List<String> roles() {
        return session.secondFactorAt() != null
                ? account.roles()
                : account.roles().stream()
                        .filter(role -> !role.equals(Account.ADMIN))
                        .toList();
    }
}
