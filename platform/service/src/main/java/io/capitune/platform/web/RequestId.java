package io.capitune.platform.web;

import java.util.regex.Pattern;

import jakarta.enterprise.event.Observes;

import io.capitune.platform.random.RandomTokens;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.MDC;

/** Gives every request an id: the gateway's, or a new one; in the response, and in each log line as {@code requestId}. */
class RequestId {

    static final String HEADER = "X-Request-Id";
    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9_-]{8,64}");
    private static final int EARLY = 1000;

    private final RandomTokens random;

    RequestId(RandomTokens random) {
        this.random = random;
    }

    void register(@Observes Filters filters) {
        filters.register(this::attach, EARLY);
    }

    private void attach(RoutingContext context) {
        var given = context.request().getHeader(HEADER);
        var id = given != null && WELL_FORMED.matcher(given).matches() ? given : random.id();
        context.response().putHeader(HEADER, id);
        MDC.put("requestId", id);
        context.next();
    }
}
