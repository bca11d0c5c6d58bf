package io.capitune.worker.compose;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;

import jakarta.inject.Inject;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import io.capitune.cv.job.Composition;
import io.capitune.cv.job.CvInput;
import io.capitune.cv.job.CvJob;
import io.capitune.platform.random.RandomTokens;
import io.capitune.platform.testing.WithMongo;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.capitune.worker.compose.ModelStub.answers;
import static io.capitune.worker.compose.ModelStub.content;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** When an answer is kept, and for whom. */
@QuarkusTest
@WithMongo
@QuarkusTestResource(value = ModelStub.class, restrictToAnnotatedClass = true)
class KeptCompositionTest {

    private static final String RESUME =
            "{\"basics\":{\"name\":\"Zoé Test\"},\"work\":[{\"name\":\"Atlantis\",\"highlights\":[\"je fais la paie\"]}]}";
    private static final String ANSWER =
            "{\"lines\":[{\"id\":\"w0.h0\",\"text\":\"Paie\"}],\"summary\":\"\",\"skillOrder\":[]}";
    private static final String STORY = "Léa Moreau\nJ'ai vendu du pain à Lyon.";
    private static final String NO_FACT = """
            {"label":"","summary":"","work":[],"education":[],"volunteer":[],"projects":[],"skills":[],"languages":[],"certificates":[],
             "interests":[],"drivingLicence":""}""";

    @Inject
    Composer composer;

    @Inject
    RandomTokens random;

    @Inject
    MongoDatabase database;

    private String owner;
    private MongoCollection<Document> kept;

    @BeforeEach
    void emptyStore() {
        owner = random.id();
        kept = database.getCollection("compositions");
        kept.deleteMany(new Document());
        answers(content(ANSWER));
    }

    private Composition compose(String account, String resume, boolean modelAllowed) {
        return compose(account, new CvInput(resume, null, null, null, "fr", "classique", "A4", modelAllowed));
    }

    private Composition compose(String account, CvInput input) {
        var id = random.id();
        return composer.compose(CvJob.queued(id, account, input, id, 0, null, 0, null, Instant.now()));
    }

    private static void assertCalls(int calls) {
        assertThat(ModelStub.requests()).hasSize(calls);
    }

    @Test
    void sameInputOfTheSameAccountIsAskedOnce() {
        var first = compose(owner, RESUME, true);
        var second = compose(owner, RESUME.replace(":", " :\n "), true);
        assertCalls(1);
        assertThat(second.document()).isEqualTo(first.document());
        assertThat(second.rewrites()).isEqualTo(first.rewrites());
        assertThat(second.model().kept()).isTrue();
    }

    @Test
    void otherTemplateAndPaperAreNoOtherQuestion() {
        compose(owner, RESUME, true);
        compose(owner, new CvInput(RESUME, null, null, null, "fr", "moderne", "Letter", true));
        assertCalls(1);
    }

    @Test
    void otherWordsOtherOfferAndOtherLanguageAreAskedAnew() {
        compose(owner, RESUME, true);
        compose(owner, RESUME.replace("paie", "compta"), true);
        compose(owner, new CvInput(RESUME, null, null, "Une offre", "fr", "classique", "A4", true));
        compose(owner, new CvInput(RESUME, null, null, null, "en", "classique", "A4", true));
        assertCalls(4);
    }

    @Test
    void accountsShareNothing() {
        compose(owner, RESUME, true);
        assertThat(compose(random.id(), RESUME, true).model().kept()).isFalse();
        assertCalls(2);
    }

    @Test
    void withdrawnConsentLeavesTheKeptAnswerAlone() {
        compose(owner, RESUME, true);
        var made = compose(owner, RESUME, false);
        assertThat(made.composer()).isEqualTo("rules");
        assertThat(made.model()).isNull();
    }

    @Test
    void endedAnswerIsNotUsedEvenBeforeItIsDeleted() {
        compose(owner, RESUME, true);
        kept.updateMany(new Document(), Updates.set("expireAt", new Date(0)));
        compose(owner, RESUME, true);
        assertCalls(2);
    }

    @Test
    void answerEndsAfterADayByItself() {
        compose(owner, RESUME, true);
        var left = kept.find().first().getDate("expireAt").toInstant();
        assertThat(left)
                .isBetween(Instant.now().plusSeconds(86_000), Instant.now().plusSeconds(86_800));
        assertThat(kept.listIndexes())
                .anySatisfy(index -> assertThat(index)
                        .containsEntry("key", new Document("expireAt", 1))
                        .containsKey("expireAfterSeconds"));
    }

    @Test
    void answerThatMadeNoCvIsNotKept() {
        answers(content(NO_FACT));
        var input = new CvInput(null, STORY, null, null, "fr", "classique", "A4", true);
        assertThatExceptionOfType(ComposeException.class).isThrownBy(() -> compose(owner, input));
        assertThat(kept.countDocuments()).isZero();
    }

    @Test
    void whatIsKeptTellsNothingOfThePerson() {
        compose(owner, RESUME, true);
        var document = kept.find().first();
        assertThat(document).containsOnlyKeys("_id", "v", "sealed", "expireAt");
        assertThat(document.toJson()).doesNotContain(owner);
        assertThat(new String(document.get("sealed", Binary.class).getData(), StandardCharsets.UTF_8))
                .doesNotContain("Paie", "lines");
    }

    @Test
    void brokenKeptAnswerIsAskedForAnew() {
        compose(owner, RESUME, true);
        kept.updateMany(new Document(), Updates.set("sealed", new Binary(new byte[40])));
        assertThat(compose(owner, RESUME, true).model().kept()).isFalse();
        kept.updateMany(new Document(), Updates.set("sealed", "nonsense"));
        assertThat(compose(owner, RESUME, true).model().kept()).isFalse();
        assertThat(compose(owner, RESUME, true).model().kept()).as("mended").isTrue();
    }
}
