package io.capitune.cvjob.submit;

import java.util.Set;

import io.capitune.cvjob.Api;
import io.capitune.cvjob.Together;
import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@WithMongo
@WithTokens
class IdempotencyTest {

    private static final String BODY = """
            {"resume":{"basics":{"name":"Léa","label":"Infirmière"}},"template":"moderne"}""";
    private static final String REORDERED = """
            { "template": "moderne", "resume": {"basics": {"label":"Infirmière", "name":"L\\u00e9a"}} }""";

    private final Api api = Api.ofSomebody();

    @Test
    void sameKeyAndBodyGiveTheSameJobForOneUnit() {
        var first = Api.accepted(send(api, "key-1", BODY));
        var second = Api.accepted(send(api, "key-1", BODY));

        assertThat(second).isEqualTo(first);
        assertThat(api.used()).isEqualTo(1);
    }

    @Test
    void orderAndSpacesOfTheBodyDoNotCount() {
        assertThat(Api.accepted(send(api, "key-1", REORDERED))).isEqualTo(Api.accepted(send(api, "key-1", BODY)));
    }

    @Test
    void sameKeyWithAnotherBodyIsRefused() {
        Api.accepted(send(api, "key-1", BODY));

        send(api, "key-1", BODY.replace("Léa", "Zoé"))
                .then()
                .statusCode(422)
                .body("code", equalTo("IDEMPOTENCY_MISMATCH"));
    }

    @Test
    void sameKeyOfSomebodyElseIsAnotherKey() {
        var mine = Api.accepted(send(api, "shared", BODY));
        var theirs = Api.accepted(send(Api.ofSomebody(), "shared", BODY));

        assertThat(theirs).isNotEqualTo(mine);
    }

    @Test
    void replayIsAnsweredAlsoWhenTheQuotaIsReached() {
        var first = Api.accepted(send(api, "key-1", BODY));
        api.submitted();
        api.submitted();
        api.submit(BODY).then().statusCode(403);

        assertThat(Api.accepted(send(api, "key-1", BODY))).isEqualTo(first);
    }

    @Test
    void refusalDoesNotUseUpTheKey() {
        send(api, "key-1", "{\"resume\":{}}").then().statusCode(422);

        Api.accepted(send(api, "key-1", BODY));
    }

    @Test
    void twentyAtOnceWithOneKeyGiveOneJob() throws InterruptedException {
        var ids = Together.run(20, () -> Api.accepted(send(api, "key-1", BODY)));

        assertThat(Set.copyOf(ids)).hasSize(1);
        assertThat(api.used()).isEqualTo(1);
    }

    @Test
    void twentyAtOnceWithOneKeyShareTheLastUnit() throws InterruptedException {
        api.submitted();
        api.submitted();

        var ids = Together.run(20, () -> Api.accepted(send(api, "key-1", BODY)));

        assertThat(Set.copyOf(ids)).hasSize(1);
        assertThat(api.used()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"with space", "é"})
    void malformedKeyIsRefused(String key) {
        send(api, key, BODY).then().statusCode(400);
    }

    @Test
    void tooLongKeyIsRefused() {
        send(api, "k".repeat(256), BODY).then().statusCode(400);
        Api.accepted(send(api, "k".repeat(255), BODY));
    }

    private static Response send(Api api, String key, String body) {
        return api.json(body).header("Idempotency-Key", key).post("/api/cv/jobs");
    }
}
