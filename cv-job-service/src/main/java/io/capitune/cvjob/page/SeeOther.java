package io.capitune.cvjob.page;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** 303 to a path. Relative as it stands: behind the gateway a service does not know the address that people see. */
final class SeeOther {

    private SeeOther() {}

    static Response to(String path) {
        return Response.status(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, path)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
