package io.capitune.auth.admin;

import jakarta.inject.Inject;

import io.capitune.auth.MovableClock;
import io.capitune.auth.account.Account;
import io.capitune.auth.audit.AuditVerification;
import io.capitune.auth.audit.ChainState;
import io.capitune.platform.random.RandomTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import static org.assertj.core.api.Assertions.assertThat;

/** What tests of administrators' acts begin with, and what holds after each: the audit log is what was written. */
abstract class AdminScene {

    @Inject
    People people;

    @Inject
    MovableClock clock;

    @Inject
    AuditVerification verification;

    @Inject
    RandomTokens random;

    /** In every address of this test. */
    String run;

    Administrator admin;

    @BeforeEach
    void signIn() {
        run = random.digits(12);
        admin = Administrator.with(people, "admin-" + run + "@exemple.fr");
    }

    @AfterEach
    void chainIsWhole() {
        clock.reset();
        assertThat(verification.verify(null)).isInstanceOf(ChainState.Whole.class);
    }

    /** A new candidate, whose address begins with the name. */
    Account candidate(String name) {
        return people.with(Account.CANDIDATE, name + "-" + run + "@exemple.fr");
    }
}
