package io.capitune.auth.address;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import jakarta.inject.Inject;

import io.capitune.auth.AuthTest;
import io.capitune.auth.account.Reclaim;
import io.capitune.platform.personal.PersonalData;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A way into an account that nobody closes would outlive the owner's taking it back. */
@QuarkusTest
@AuthTest
class ReclaimsTest {

    /** What holds a person's data and lets nobody in, or only by what is closed elsewhere; each with its reason. */
    private static final Set<String> NO_WAY_IN = Set.of(
            // The account itself: its address is what comes back.
            "account",
            // What was done to the account; it opens nothing.
            "audit",
            // Lives as long as its session.
            "credential",
            // By the address that it was sent to, which is the account's no more; changes of address are revoked by the
            // undo itself.
            "link",
            "signin");

    @Inject
    @All
    List<Reclaim> ways;

    @Inject
    @All
    List<PersonalData> parts;

    @Test
    void everyWayInIsClosed() {
        assertThat(packages(ways))
                .containsExactlyInAnyOrder(
                        "admission", "device", "factor", "passkey", "password", "provider", "session");
    }

    @Test
    void whateverIsKeptOfAPersonIsClosedOrIsNoWayIn() {
        var unanswered = packages(parts);
        unanswered.removeAll(packages(ways));
        assertThat(unanswered).containsExactlyInAnyOrderElementsOf(NO_WAY_IN);
    }

    private static Set<String> packages(List<?> beans) {
        var packages = new TreeSet<String>();
        beans.forEach(bean -> packages.add(lastPart(bean.getClass().getPackageName())));
        return packages;
    }

    private static String lastPart(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
