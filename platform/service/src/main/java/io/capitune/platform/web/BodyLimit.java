package io.capitune.platform.web;

import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Answers 413 in words where a body is larger than {@code quarkus.http.limits.max-body-size}; the server's own 413 says
 * nothing. A body of unannounced length is held back until it is whole.
 */
class BodyLimit {

    private static final int BEFORE_AUTHENTICATION = 900;

    private final long limit;
    private final TooLarge tooLarge;

    BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit, TooLarge tooLarge) {
        this.limit = limit.asLongValue();
        this.tooLarge = tooLarge;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_AUTHENTICATION);
    }

    private void check(RoutingContext context) {
        var announced = announced(context.request());
        if (announced > Arrival.PATIENCE) {
            tooLarge.answer(context);
        } else if (announced > limit || context.request().getHeader("Transfer-Encoding") != null) {
            new Arrival(context, limit, tooLarge).await();
        } else {
            context.next();
        }
    }

    private static long announced(HttpServerRequest request) {
        var length = request.getHeader("Content-Length");
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException malformed) {
            return 0;
        }
    }
}
