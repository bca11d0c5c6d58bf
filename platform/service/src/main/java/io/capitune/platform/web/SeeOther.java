package io.capitune.platform.web;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** 303 to a path. Relative as it stands: behind the gateway a service does not know the address that people see. */
public final class SeeOther {

    private SeeOther() {}

    /** A response to be completed, with cookies for instance; {@code path} is one of ours. */
    public static Response.ResponseBuilder to(String path) {
        return Response.status(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, path)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
