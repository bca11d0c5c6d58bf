package io.capitune.auth.audit;

import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.capitune.auth.AuthTest;
import io.capitune.auth.Browser;
import io.capitune.auth.Operator;
import io.quarkus.test.junit.QuarkusTest;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What operators do beside acts on one account is written down, by them alone, and tells no more than it should. */
@QuarkusTest
@AuthTest
class OperatorActsTest {

    private static final String ENTRIES = "/internal/audit/entries";
    private static final String PLAN =
            "{\"act\":\"plan.changed\",\"subject\":\"an-account\",\"details\":{\"plan\":\"pro\"}}";

    @Inject
    MongoDatabase database;

    @Inject
    AuditVerification verification;

    private Browser operator;

    @BeforeEach
    void signIn() {
        operator = Operator.signedIn().with("X-Forwarded-For", "203.0.113.9");
    }

    @Test
    void whatAnotherServiceIsToDoIsWrittenDownAsTheOperators() {
        assertThat(operator.postJson(ENTRIES, PLAN).statusCode()).isEqualTo(204);

        var entry = latest();
        assertThat(entry.getString("actor")).isEqualTo("operator");
        assertThat(entry.getString("act")).isEqualTo("plan.changed");
        assertThat(entry.getString("subject")).isEqualTo("an-account");
        assertThat(entry.getString("source")).isEqualTo("203.0.113.9");
        assertThat(entry.get("details", Document.class)).isEqualTo(new Document("plan", "pro"));
        assertThat(verification.verify(null)).isInstanceOf(ChainState.Whole.class);
    }

    @Test
    void noServiceWritesByItself() {
        var before = count();
        assertThat(Operator.service().postJson(ENTRIES, PLAN).statusCode()).isEqualTo(403);
        assertThat(new Browser().postJson(ENTRIES, PLAN).statusCode()).isEqualTo(401);
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void whatIsDoneHereOrToAnAccountIsNotWrittenDownByWord() {
        var before = count();
        for (var act : List.of(
                "account.suspended",
                "account.deleted",
                "accounts.imported",
                "keys.rotated",
                "keys.replaced",
                "x",
                "")) {
            assertThat(operator.postJson(ENTRIES, "{\"act\":\"" + act + "\"}").statusCode())
                    .as(act)
                    .isEqualTo(422);
        }
        assertThat(operator.postJson(ENTRIES, "").statusCode()).isEqualTo(422);
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void noAddressAndNoTextIsTaken() {
        var before = count();
        for (var more : List.of(
                "\"subject\":\"camille@exemple.fr\"",
                "\"details\":{\"plan\":\"camille@exemple.fr\"}",
                "\"details\":{\"plan\":\"two words\"}",
                "\"details\":{\"plan\":null}",
                "\"details\":{\"a.b\":\"x\"}",
                "\"details\":{\"$set\":\"x\"}",
                "\"details\":{\"a\":\"1\",\"b\":\"1\",\"c\":\"1\",\"d\":\"1\",\"e\":\"1\",\"f\":\"1\",\"g\":\"1\",\"h\":\"1\",\"i\":\"1\"}")) {
            assertThat(operator.postJson(ENTRIES, "{\"act\":\"plan.changed\"," + more + "}")
                            .statusCode())
                    .as(more)
                    .isEqualTo(422);
        }
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void newSigningKeysAreWrittenDown() {
        operator.postJson("/internal/signing-keys/rotation", "{\"compromised\":true}");
        assertThat(Map.of(latest().getString("act"), latest().getString("actor"), "from", latest().getString("source")))
                .isEqualTo(Map.of("keys.replaced", "operator", "from", "203.0.113.9"));
    }

    private Document latest() {
        return database.getCollection("audit")
                .find()
                .sort(Sorts.descending("_id"))
                .first();
    }

    private long count() {
        return database.getCollection("audit").countDocuments(Filters.empty());
    }
}
