package io.capitune.platform.security;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Says of each answer to a known caller that nobody keeps it, unless its resource allows for that. On a device that others use
 * nothing is kept, whatever the resource says.
 */
class NoStore {

    private final CurrentUser caller;

    NoStore(CurrentUser caller) {
        this.caller = caller;
    }

    @ServerResponseFilter
    void mark(ContainerResponseContext response) {
        var headers = response.getHeaders();
        var told = headers.containsKey(HttpHeaders.CACHE_CONTROL);
        if (caller.signedIn() && (!told || caller.onSharedDevice())) {
            headers.putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }
}
