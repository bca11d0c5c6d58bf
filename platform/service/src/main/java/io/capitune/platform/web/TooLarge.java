package io.capitune.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;

import io.capitune.platform.error.ErrorResponses;
import io.capitune.platform.error.Problem;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;

/** The answer 413, before there is a REST layer to write it: a page for a person, a problem for a program. */
@ApplicationScoped
class TooLarge {

    private static final int STATUS = 413;

    private final ErrorResponses responses;
    private final CurrentVertxRequest current;

    TooLarge(ErrorResponses responses, CurrentVertxRequest current) {
        this.responses = responses;
        this.current = current;
    }

    /** Ends the request; a page is drawn off the event loop. */
    void answer(RoutingContext context) {
        context.vertx()
                .executeBlocking(() -> {
                    write(context);
                    return STATUS;
                })
                .onFailure(context::fail);
    }

    @ActivateRequestContext
    void write(RoutingContext context) {
        current.setCurrent(context);
        var page = responses.page(STATUS, context.normalizedPath());
        context.response()
                .setStatusCode(STATUS)
                .putHeader("Content-Type", page.isPresent() ? "text/html;charset=utf-8" : Problem.MEDIA_TYPE)
                .putHeader("Cache-Control", "no-store")
                .putHeader("Connection", "close")
                .end(page.orElseGet(() -> ErrorResponses.json(STATUS)));
    }
}
