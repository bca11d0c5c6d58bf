package io.capitune.auth.address;

import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

import jakarta.inject.Inject;

import com.mongodb.client.model.Filters;
import io.capitune.auth.AuthTest;
import io.capitune.auth.Browser;
import io.capitune.auth.Crowd;
import io.capitune.auth.account.Accounts;
import io.capitune.auth.account.EmailAddress;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static io.capitune.auth.People.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.greaterThan;

/** What many do at once, or one without a pause, while an address changes and comes back. */
@QuarkusTest
@AuthTest
class AddressRaceTest extends AddressScene {

    @Inject
    Accounts accounts;

    @Test
    void ofAHundredUsesOneChangesAndOfAHundredOneUndoes() {
        var browser = people.signedIn("hundred@address.exemple.fr");
        addresses.ask(browser, "hundred-new@address.exemple.fr");
        var token = addresses.confirmation("hundred-new@address.exemple.fr");
        assertThat(winners("/api/auth/confirm-email", token)).isEqualTo(1);
        assertThat(notices.kinds("hundred@address.exemple.fr")).containsExactly("email-changed");

        assertThat(winners("/api/auth/undo-email", addresses.undoing("hundred@address.exemple.fr")))
                .isEqualTo(1);
        assertThat(notices.kinds("hundred@address.exemple.fr")).containsExactly("email-changed", "email-restored");
    }

    @Test
    void twoAccountsThatWantOneAddressGiveItToOne() {
        for (var round = 0; round < 5; round++) {
            var wanted = "wanted-" + round + "@address.exemple.fr";
            addresses.ask(people.signedIn("one-" + round + "@address.exemple.fr"), wanted);
            var one = addresses.confirmation(wanted);
            addresses.ask(people.signedIn("two-" + round + "@address.exemple.fr"), wanted);
            var two = addresses.confirmation(wanted);
            assertThat(Crowd.atOnce(
                            () -> addresses.use("/api/auth/confirm-email", one),
                            () -> addresses.use("/api/auth/confirm-email", two)))
                    .containsExactlyInAnyOrder(200, 409);
        }
    }

    @Test
    void whoSignsInWithoutAPauseIsNotInAgainWhenTheAccountIsTakenBack() {
        var intruder = people.withPassword("pause@address.exemple.fr");
        addresses.move(intruder, "no-pause@address.exemple.fr", PASSWORD);
        var id = people.id("no-pause@address.exemple.fr");

        whileSomebodySignsIn("no-pause@address.exemple.fr", () -> addresses.undo("pause@address.exemple.fr"));

        assertThat(people.email(id)).isEqualTo("pause@address.exemple.fr");
        assertThat(database.getCollection("sessions").countDocuments(Filters.eq("accountId", id)))
                .isZero();
    }

    @Test
    void whoSignsInWithoutAPauseIsNotInAgainWhenThePasswordIsChanged() {
        var owner = people.withPassword("loop@address.exemple.fr");
        var change = new JsonObject().put("current", PASSWORD).put("password", PASSWORD + " bleu");
        var id = people.id("loop@address.exemple.fr");

        whileSomebodySignsIn(
                "loop@address.exemple.fr",
                () -> assertThat(owner.postJson("/api/auth/change-password", change.encode())
                                .statusCode())
                        .isEqualTo(204));

        assertThat(database.getCollection("sessions").countDocuments(Filters.eq("accountId", id)))
                .as("the owner's")
                .isEqualTo(1);
    }

    @Test
    void noAccountBeginsAtAnAddressThatIsJustBeingLeft() {
        for (var round = 0; round < 10; round++) {
            var left = "leaving-" + round + "@address.exemple.fr";
            addresses.ask(people.signedIn(left), "gone-" + round + "@address.exemple.fr");
            var link = addresses.confirmation("gone-" + round + "@address.exemple.fr");
            whileItsOwnerIsProved(
                    left,
                    () -> assertThat(addresses.use("/api/auth/confirm-email", link))
                            .isEqualTo(200));
            assertThat(addresses.undo(left).statusCode()).isEqualTo(200);
        }
    }

    private long winners(String path, String token) {
        return Crowd.atOnce(100, () -> addresses.use(path, token)).stream()
                .filter(status -> status == 200)
                .count();
    }

    /** Programs that sign in again and again, the last of them with what they proved before the act. */
    private static void whileSomebodySignsIn(String email, Runnable act) {
        whileOthers(() -> new Browser().login(email, PASSWORD).statusCode() == 200, act);
    }

    /** Threads that ask again and again for the account of that address, which they have proved to be theirs. */
    private void whileItsOwnerIsProved(String email, Runnable act) {
        whileOthers(() -> accounts.ofOwner(new EmailAddress(email), "fr") != null, act);
    }

    /** Does the act in the middle of what others do again and again, once they have succeeded a few times. */
    private static void whileOthers(BooleanSupplier again, Runnable act) {
        var over = new AtomicBoolean();
        var succeeded = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 4; i++) {
                threads.submit(() -> {
                    while (!over.get()) {
                        succeeded.addAndGet(again.getAsBoolean() ? 1 : 0);
                    }
                });
            }
            try {
                Awaitility.await().untilAtomic(succeeded, greaterThan(8));
                act.run();
            } finally {
                over.set(true);
            }
        }
    }
}
