package io.capitune.portal.asset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;

/** Serves htmx, from the library's own jar, under an address without its version. */
@ApplicationScoped
class HtmxScript {

    private static final String COORDINATES = "/META-INF/maven/org.mvnpm/htmx.org/pom.properties";

    void route(@Observes Router router) {
        var file = "/_static/htmx.org/" + version() + "/dist/htmx.min.js";
        router.route("/assets/js/htmx.min.js")
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .handler(request -> request.reroute(file));
    }

    private static String version() {
        try (var file = HtmxScript.class.getResourceAsStream(COORDINATES)) {
            var coordinates = new Properties();
            coordinates.load(file);
            return coordinates.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
