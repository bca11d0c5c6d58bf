package io.capitune.worker.compose.model;

import java.net.URI;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;

/** Connects to the configured endpoint, by limits that follow from those of {@link ModelConfig}. */
@ApplicationScoped
class ChatApis {

    private static final String POOL_SIZE = "io.quarkus.rest.client.connection-pool-size";
    private static final URI NOWHERE = URI.create("http://127.0.0.1:9");
    private static final long CONNECT_MILLIS = 5_000;

    /** After the timeout of a call, which decides: what was given up must not stay at the endpoint beyond the bound. */
    private static final long MARGIN_MILLIS = 1_000;

    /** Without a configured endpoint the client exists and is never called. */
    @Produces
    @Singleton
    ChatApi api(ModelConfig config) {
        return QuarkusRestClientBuilder.newBuilder()
                .baseUri(config.baseUrl().map(URI::create).orElse(NOWHERE))
                .connectTimeout(CONNECT_MILLIS, TimeUnit.MILLISECONDS)
                .readTimeout(config.timeout().toMillis() + MARGIN_MILLIS, TimeUnit.MILLISECONDS)
                .followRedirects(false)
                // Twice the bound, for those that were given up and not closed yet.
                .property(POOL_SIZE, 2 * config.maxConcurrentCalls())
                .build(ChatApi.class);
    }
}
