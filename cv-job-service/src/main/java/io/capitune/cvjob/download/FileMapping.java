package io.capitune.cvjob.download;

import java.io.UncheckedIOException;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.capitune.cvjob.Caller;
import io.capitune.platform.error.ErrorResponses;
import io.capitune.platform.security.CurrentUser;
import io.capitune.platform.storage.BlobMissingException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What a file that cannot be read becomes on the wire: gone where there is none, 503 where the store is away. */
class FileMapping {

    private static final Logger LOG = Logger.getLogger(FileMapping.class);

    private final ErrorResponses responses;
    private final CurrentUser user;

    FileMapping(ErrorResponses responses, CurrentUser user) {
        this.responses = responses;
        this.user = user;
    }

    /** One that was removed while somebody was about to read it is gone as one that was removed before. */
    @ServerExceptionMapper
    Response gone(BlobMissingException exception, UriInfo uri) {
        return responses.of(Downloads.gone(Caller.of(user)), uri.getPath());
    }

    /** That passes, or is for an operator to mend; nothing of it is for the reader. */
    @ServerExceptionMapper
    Response away(UncheckedIOException exception, UriInfo uri) {
        LOG.errorf("Files: %s", exception.getMessage());
        return responses.of(503, uri.getPath());
    }
}
