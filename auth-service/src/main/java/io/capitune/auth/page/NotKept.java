package io.capitune.auth.page;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Pages that show an address, or stand at one with a secret: no cache keeps them, nor does the browser on a shared device. */
final class NotKept {

    private NotKept() {}

    static Response page(Response page) {
        page.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        return page;
    }
}
