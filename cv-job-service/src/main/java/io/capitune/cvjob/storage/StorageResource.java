package io.capitune.cvjob.storage;

import java.util.Map;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import io.capitune.cvjob.audit.OperatorLog;
import io.capitune.platform.security.OperatorOnly;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** An operator, and no other service, looks after the stored files. */
@Path("/internal/storage")
@OperatorOnly
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class StorageResource {

    private final StorageCheck check;
    private final OperatorLog log;

    StorageResource(StorageCheck check, OperatorLog log) {
        this.check = check;
        this.log = log;
    }

    /** Checks now. */
    @POST
    @Path("/check")
    public StorageReport check() {
        return check.run();
    }

    /**
     * Deletes what is nobody's now, once it is written down that it is to be deleted; 409 {@code ORPHANS_ARE_MOST} where that is
     * more than half of all files, and more than a handful.
     *
     * @param evenMost {@code true} deletes even then
     */
    @DELETE
    @Path("/orphans")
    public StorageCheck.Deleted deleteOrphans(@QueryParam("evenMost") boolean evenMost) {
        var orphans = check.orphans(evenMost);
        log.write("files.deleted", null, Map.of());
        return check.delete(orphans);
    }
}
