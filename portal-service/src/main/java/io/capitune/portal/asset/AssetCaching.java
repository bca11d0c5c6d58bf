package io.capitune.portal.asset;

import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;

/**
 * How long a browser keeps an asset: for good where its address carries a version, which changes with the file, and fonts,
 * which never change; otherwise (a script that another imports) it asks each time, and gets 304.
 */
class AssetCaching {

    private static final int EARLY = 500;
    // Where HtmxScript leads to; the version is in that path.
    private static final String LIBRARIES = "/_static/";

    void register(@Observes Filters filters) {
        filters.register(AssetCaching::cache, EARLY);
    }

    private static void cache(RoutingContext context) {
        var path = context.normalizedPath();
        if (path.startsWith("/assets/") || path.startsWith(LIBRARIES)) {
            var lasting = context.request().getParam("v") != null
                    || path.startsWith("/assets/fonts/")
                    || path.startsWith(LIBRARIES);
            context.addHeadersEndHandler(ignored -> {
                if (context.response().getStatusCode() < 400) {
                    context.response()
                            .putHeader(
                                    "Cache-Control",
                                    lasting ? "public, max-age=31536000, immutable" : "public, no-cache");
                }
            });
        }
        context.next();
    }
}
