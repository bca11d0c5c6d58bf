package io.capitune.worker.compose;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import jakarta.inject.Inject;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.capitune.cv.job.FailureCode;
import io.capitune.platform.testing.WithMongo;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.capitune.worker.compose.Composing.NOTHING;
import static io.capitune.worker.compose.ModelStub.answers;
import static io.capitune.worker.compose.ModelStub.content;
import static io.capitune.worker.compose.ModelStub.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A model, or the way to it, that fails: what is tried again, and what is left to the queue. */
@QuarkusTest
@WithMongo
@QuarkusTestResource(value = ModelStub.class, restrictToAnnotatedClass = true)
class ModelInTroubleTest {

    @Inject
    Composing composing;

    @Test
    void aRefusedConnectionIsUnavailable() {
        ModelStub.refuseConnections();
        assertFails(FailureCode.MODEL_UNAVAILABLE, true);
    }

    @Test
    void aSlowAnswerIsUnavailable() {
        answers(content(NOTHING).withFixedDelay(60_000));
        assertFails(FailureCode.MODEL_UNAVAILABLE, true);
    }

    @Test
    void retryAfterIsHonoured() {
        answers(status(429).withHeader("Retry-After", "1"), content(NOTHING));
        assertThat(composing.resume().composer()).isEqualTo("stub-model");
        var times = ModelStub.requests().stream()
                .map(request -> request.getLoggedDate().toInstant())
                .sorted()
                .toList();
        assertThat(times).hasSize(2);
        assertThat(times.getLast()).isAfterOrEqualTo(times.getFirst().plusMillis(950));
    }

    @Test
    void aLongRetryAfterIsLeftToTheQueue() {
        answers(status(429).withHeader("Retry-After", "3600"));
        assertFails(FailureCode.MODEL_UNAVAILABLE, true);
        assertThat(ModelStub.requests()).hasSize(1);
        assertThatExceptionOfType(ComposeException.class)
                .isThrownBy(() -> composing.resume())
                .satisfies(e -> assertThat(e.retryAfter()).isEqualTo(Duration.ofHours(1)));
    }

    @Test
    void serverErrorsAreTriedAgain() {
        answers(status(500), status(503), content(NOTHING));
        assertThat(composing.resume().composer()).isEqualTo("stub-model");
        answers(status(500));
        assertFails(FailureCode.MODEL_UNAVAILABLE, true);
        assertThat(ModelStub.requests()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 402, 403, 404})
    void whatIsWrongWithUsIsLeftToTheQueue(int status) {
        answers(status(status));
        assertFails(FailureCode.MODEL_UNAVAILABLE, true);
        assertThat(ModelStub.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 413, 422})
    void whatIsWrongWithTheRequestIsNotTriedAgain(int status) {
        answers(status(status));
        assertFails(FailureCode.MODEL_UNAVAILABLE, false);
        assertThat(ModelStub.requests()).hasSize(1);
    }

    @Test
    void theReasonNamesWhatTheEndpointRefusesAndQuotesNothing() {
        answers(ModelStub.body("""
                        {"error":{"message":"Zoé Test: unsupported","code":"unsupported_parameter","param":"max_tokens"}}""").withStatus(400));
        assertThatExceptionOfType(ComposeException.class)
                .isThrownBy(() -> composing.resume())
                .withMessage("the endpoint answered 400 (unsupported_parameter, max_tokens)");
        answers(ModelStub.body("{\"error\":{\"code\":\"Zoé Test\",\"param\":[1]}}")
                .withStatus(400));
        assertThatExceptionOfType(ComposeException.class)
                .isThrownBy(() -> composing.resume())
                .withMessage("the endpoint answered 400");
    }

    enum Garbage {
        TRUNCATED(() -> content("{\"lines\":[{\"id\":\"w0.h0\",\"te")),
        CUT_OFF(() -> content(NOTHING, "length")),
        WRONG_SCHEMA(() -> content("{\"rows\":[]}")),
        WRONG_TYPES(() -> content("{\"lines\":\"none\",\"summary\":1,\"skillOrder\":[]}")),
        A_LIST(() -> content("[]")),
        PROSE(() -> content("Of course! Here is your CV.")),
        EMPTY_CONTENT(() -> content("")),
        EMPTY_CHOICES(() -> ModelStub.body("{\"choices\":[]}")),
        REFUSAL(() -> ModelStub.body("{\"choices\":[{\"message\":{\"content\":null,\"refusal\":\"no\"}}]}")),
        HTML(() -> ModelStub.body("<html>502</html>"));

        private final Supplier<ResponseDefinitionBuilder> answer;

        Garbage(Supplier<ResponseDefinitionBuilder> answer) {
            this.answer = answer;
        }
    }

    @ParameterizedTest
    @EnumSource(Garbage.class)
    void garbageIsAskedForOnceMoreAndThenInvalid(Garbage garbage) {
        answers(garbage.answer.get());
        assertFails(FailureCode.MODEL_ANSWER_INVALID, true);
        assertThat(ModelStub.requests()).hasSize(2);
        answers(garbage.answer.get(), content("```json\n" + NOTHING + "\n```"));
        assertThat(composing.resume().composer()).isEqualTo("stub-model");
    }

    @Test
    void nothingPersonalIsLogged() {
        List<String> logged = new CopyOnWriteArrayList<>();
        Handler listener = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                StringWriter trace = new StringWriter();
                if (entry.getThrown() != null) {
                    entry.getThrown().printStackTrace(new PrintWriter(trace));
                }
                logged.add(entry.getMessage() + Arrays.toString(entry.getParameters()) + trace);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger root = Logger.getLogger("");
        root.addHandler(listener);
        try {
            answers(status(500));
            assertFails(FailureCode.MODEL_UNAVAILABLE, true);
            answers(content("420 bulletins"));
            assertFails(FailureCode.MODEL_ANSWER_INVALID, true);
        } finally {
            root.removeHandler(listener);
        }
        assertThat(String.join("\n", logged)).doesNotContain("Camille", "bulletins", ModelStub.KEY);
    }

    private void assertFails(FailureCode code, boolean retryable) {
        assertThatExceptionOfType(ComposeException.class)
                .isThrownBy(() -> composing.resume())
                .satisfies(e -> assertThat(Map.of(e.code(), e.retryable())).isEqualTo(Map.of(code, retryable)))
                .satisfies(e ->
                        assertThat(e.getMessage()).doesNotContain(ModelStub.KEY).doesNotContain("Camille"));
    }
}
