package io.capitune.auth.rights;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import jakarta.ws.rs.WebApplicationException;

import io.capitune.auth.token.Tokens;
import io.capitune.platform.personal.Share;
import io.capitune.platform.personal.TemporaryZip;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.smallrye.faulttolerance.api.Guard;

/**
 * What another service keeps, asked for with our own token: within a time limit, tried once more unless it refused outright (4xx).
 * Without a breaker: people ask for it a few times in their lives, and erasures wait longer each time.
 */
final class RemoteContext implements PersonalContext {

    private static final String CLIENT_ID = "auth-service";
    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration AGAIN_AFTER = Duration.ofMillis(200);

    private final String name;
    private final PersonalDataApi api;
    private final Tokens tokens;
    private final Guard patient;
    private final Guard quick;

    RemoteContext(String name, URI url, RightsConfig config, Tokens tokens) {
        this.name = name;
        this.api = QuarkusRestClientBuilder.newBuilder()
                .baseUri(url)
                .connectTimeout(CONNECT.toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(config.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .build(PersonalDataApi.class);
        this.tokens = tokens;
        this.patient = guard(config.timeout());
        this.quick = guard(config.previewTimeout());
    }

    private Guard guard(Duration timeout) {
        return Guard.create()
                .withDescription(name)
                .withTimeout()
                .duration(timeout.toMillis(), ChronoUnit.MILLIS)
                .done()
                .withRetry()
                .maxRetries(1)
                .delay(AGAIN_AFTER.toMillis(), ChronoUnit.MILLIS)
                .whenException(error -> !refused(error))
                .done()
                .build();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public TemporaryZip export(String accountId) {
        return ask(patient, TemporaryZip.class, () -> received(accountId));
    }

    private TemporaryZip received(String accountId) {
        try (var bytes = api.export(token(), accountId)) {
            return TemporaryZip.received(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Share preview(String accountId, Locale language) {
        return ask(quick, Share.class, () -> api.preview(token(), accountId, language.getLanguage()));
    }

    @Override
    public void erase(String accountId) {
        ask(patient, Boolean.class, () -> {
            api.erase(token(), accountId);
            return true;
        });
    }

    private <T> T ask(Guard guard, Class<T> type, Supplier<T> question) {
        try {
            return guard.get(question, type);
        } catch (RuntimeException e) {
            throw new ContextAwayException(name, e);
        }
    }

    private String token() {
        return "Bearer " + tokens.forService(CLIENT_ID);
    }

    private static boolean refused(Throwable error) {
        return error instanceof WebApplicationException answer
                && answer.getResponse().getStatus() < 500;
    }
}
