package io.capitune.platform.web;

import jakarta.enterprise.event.Observes;

import io.capitune.platform.error.ErrorResponses;
import io.capitune.platform.error.Problem;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Answers 413 with a problem where the announced body is larger than {@code quarkus.http.limits.max-body-size}; the server's
 * own 413 has no body. A body of unannounced length is cut off by the server itself.
 */
class BodyLimit {

    private static final int BEFORE_AUTHENTICATION = 900;

    private final long limit;

    BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit) {
        this.limit = limit.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_AUTHENTICATION);
    }

    private void check(RoutingContext context) {
        if (announced(context) <= limit) {
            context.next();
            return;
        }
        context.response()
                .setStatusCode(413)
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .putHeader("Connection", "close")
                .end(ErrorResponses.json(413));
    }

    private static long announced(RoutingContext context) {
        var length = context.request().getHeader("Content-Length");
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException malformed) {
            return 0;
        }
    }
}
