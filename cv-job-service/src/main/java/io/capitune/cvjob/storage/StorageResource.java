package io.capitune.cvjob.storage;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.capitune.platform.security.OperatorOnly;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** An operator, and no other service, looks after the stored files. */
@Path("/internal/storage")
@OperatorOnly
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class StorageResource {

    private final StorageCheck check;

    StorageResource(StorageCheck check) {
        this.check = check;
    }

    /** Checks now. */
    @POST
    @Path("/check")
    public StorageReport check() {
        return check.run();
    }

    /** Deletes what is nobody's now. */
    @DELETE
    @Path("/orphans")
    public StorageCheck.Deleted deleteOrphans() {
        return check.deleteOrphans();
    }
}
