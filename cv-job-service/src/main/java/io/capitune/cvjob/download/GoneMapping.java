package io.capitune.cvjob.download;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.capitune.cvjob.Caller;
import io.capitune.platform.error.ErrorResponses;
import io.capitune.platform.security.CurrentUser;
import io.capitune.platform.storage.BlobMissingException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** A file removed while somebody was about to read it is gone as one that was removed before. */
class GoneMapping {

    private final ErrorResponses responses;
    private final CurrentUser user;

    GoneMapping(ErrorResponses responses, CurrentUser user) {
        this.responses = responses;
        this.user = user;
    }

    @ServerExceptionMapper
    Response gone(BlobMissingException exception, UriInfo uri) {
        return responses.of(Downloads.gone(Caller.of(user)), uri.getPath());
    }
}
