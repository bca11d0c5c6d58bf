package io.capitune.auth.token;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.capitune.auth.AuthConfig;
import io.capitune.auth.AuthTest;
import io.capitune.auth.Browser;
import io.capitune.auth.Claims;
import io.capitune.auth.Crowd;
import io.capitune.auth.Mails;
import io.capitune.auth.source.SourceNetwork;
import io.quarkus.test.junit.QuarkusTest;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The life of a key: published, signing, published still, gone. Time goes by as the stored keys grow older. */
@QuarkusTest
@AuthTest
class KeyRotationTest {

    private static final String CHECK = "/internal/session";
    private static final SourceNetwork OFFICE = SourceNetwork.of("192.0.2.7");

    @Inject
    RotateKeys rotating;

    @Inject
    CurrentKeys current;

    @Inject
    AuthConfig config;

    @Inject
    Mails mails;

    @Inject
    MongoDatabase database;

    @BeforeEach
    void oneKeyThatSigns() {
        stored().deleteMany(new Document());
        current.refresh();
    }

    @Test
    void nextKeyIsPublishedBeforeItSigns() {
        var first = signing();
        rotating.rotate(OFFICE);
        current.refresh();

        assertThat(published()).hasSize(2).contains(first);
        assertThat(signing()).isEqualTo(first);

        goBy(config.keys().publishedBefore());
        assertThat(signing()).isNotEqualTo(first);
        assertThat(published()).hasSize(2).contains(first, signing());
    }

    @Test
    void tokensOfTheFormerKeyAreGoodUntilTheyExpireAndTheKeyGoesAfterThem() {
        var browser = new Browser().signIn(mails, "former-key@exemple.fr");
        var old = browser.token();
        var first = signing();
        rotating.rotate(OFFICE);
        goBy(config.keys().publishedBefore());

        assertThat(Claims.header(browser.token()).getString("kid")).isEqualTo(signing());
        assertThat(new Browser().with("Authorization", old).get(CHECK).statusCode())
                .isEqualTo(200);

        goBy(config.token().validFor());
        assertThat(published()).contains(first);
        goBy(config.keys().publishedAfter());
        assertThat(published()).containsExactly(signing()).doesNotContain(first);
        assertThat(stored().countDocuments()).isEqualTo(1);
    }

    @Test
    void keyThatIsOldEnoughIsFollowedByItself() {
        var first = signing();
        goBy(config.keys().rotateEvery());
        assertThat(published()).hasSize(2);
        assertThat(signing()).isEqualTo(first);
        current.refresh();
        assertThat(published()).hasSize(2);
    }

    @Test
    void manyRotationsAtOnceGiveOneKey() {
        var written = written();
        Crowd.atOnce(20, () -> rotating.rotate(OFFICE));
        assertThat(stored().countDocuments()).isEqualTo(2);
        assertThat(written()).isEqualTo(written + 1);
    }

    @Test
    void compromisedKeyIsGoneAtOnce() {
        var first = signing();
        rotating.rotate(OFFICE);
        rotating.replace(OFFICE);
        current.refresh();
        assertThat(published()).containsExactly(signing()).doesNotContain(first);
        var browser = new Browser().signIn(mails, "compromised-key@exemple.fr");
        assertThat(Claims.header(browser.token()).getString("kid")).isEqualTo(signing());
    }

    @Test
    void keyOfASystemOlderThanRotationGoesOn() {
        var first = signing();
        stored().updateMany(new Document(), new Document("$unset", new Document("signsFrom", 1)));
        current.refresh();
        assertThat(signing()).isEqualTo(first);
    }

    @Test
    void noRequestFailsWhileKeysRotate() throws Exception {
        var browsers = IntStream.range(0, 4)
                .mapToObj(i -> new Browser().signIn(mails, "rotating" + i + "@keys.exemple.fr"))
                .toList();
        var first = signing();
        var over = new AtomicBoolean();
        var asked = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asking = browsers.stream()
                    .map(browser -> threads.submit(() -> ask(browser, over, asked)))
                    .toList();
            rotating.rotate(OFFICE);
            current.refresh();
            awaitAsked(asked, 200);
            goBy(config.keys().publishedBefore());
            awaitAsked(asked, 200);
            over.set(true);
            for (var each : asking) {
                each.get();
            }
        }
        assertThat(signing()).isNotEqualTo(first);
    }

    /** Whose token is made with the key of the moment, and good with every key of the moment. */
    private static Object ask(Browser browser, AtomicBoolean over, AtomicInteger asked) {
        while (!over.get()) {
            var token = browser.token();
            assertThat(token).startsWith("Bearer ");
            assertThat(new Browser().with("Authorization", token).get(CHECK).statusCode())
                    .isEqualTo(200);
            asked.incrementAndGet();
        }
        return asked;
    }

    private static void awaitAsked(AtomicInteger asked, int more) {
        var until = asked.get() + more;
        await().until(() -> asked.get() >= until);
    }

    private void goBy(Duration time) {
        var earlier = new Document("$subtract", List.of("$signsFrom", time.toMillis()));
        stored().updateMany(new Document(), List.of(new Document("$set", new Document("signsFrom", earlier))));
        current.refresh();
    }

    private String signing() {
        return current.signing().getKeyId();
    }

    private List<String> published() {
        return current.published().stream().map(key -> key.getKeyId()).toList();
    }

    private long written() {
        return database.getCollection("audit").countDocuments(new Document("act", "keys.rotated"));
    }

    private MongoCollection<Document> stored() {
        return database.getCollection("signing_keys");
    }
}
