package io.capitune.platform.security;

import java.net.URI;
import java.util.Set;

import jakarta.ws.rs.container.ContainerRequestContext;

/**
 * Tells requests that another site made a browser send (CSRF): by {@code Sec-Fetch-Site}, which scripts cannot forge, else by
 * {@code Origin}. Where both are absent no browser is at work.
 */
final class CrossSite {

    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWN = Set.of("same-origin", "none");

    private CrossSite() {}

    static boolean isForged(ContainerRequestContext request, URI publicUrl) {
        if (SAFE_METHODS.contains(request.getMethod())) {
            return false;
        }
        var site = request.getHeaderString("Sec-Fetch-Site");
        if (site != null) {
            return !OWN.contains(site);
        }
        var origin = request.getHeaderString("Origin");
        return origin != null && !origin.equals(origin(publicUrl));
    }

    private static String origin(URI url) {
        var port = url.getPort() < 0 ? "" : ":" + url.getPort();
        return url.getScheme() + "://" + url.getHost() + port;
    }
}
