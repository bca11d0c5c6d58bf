package io.capitune.auth.audit;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.capitune.auth.audit.AuditVerification.Kept;
import io.capitune.platform.error.ProblemException;
import io.capitune.platform.security.OperatorOnly;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.jspecify.annotations.Nullable;

/** Is the audit log what was written? Asked by {@code ./capitune admin verify-audit}. */
@Path("/internal/audit/verification")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@OperatorOnly
public class VerificationResource {

    private final AuditVerification verification;

    VerificationResource(AuditVerification verification) {
        this.verification = verification;
    }

    /**
     * The answer.
     *
     * @param entries how many there are, where the chain is whole
     * @param lastSeal of the last of them
     * @param entry the first that is not as it was written, where it is broken
     * @param fault what is wrong with that one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Answer(
            boolean whole,
            @Nullable Long entries,
            @Nullable String lastSeal,
            @Nullable Long entry,
            ChainState.@Nullable Fault fault) {}

    /** Walks the whole chain. {@code entry} and {@code seal} are what an earlier walk ended with. */
    @GET
    public Answer verify(@QueryParam("entry") @Nullable String entry, @QueryParam("seal") @Nullable String seal) {
        return switch (verification.verify(kept(entry, seal))) {
            case ChainState.Whole(var entries, var lastSeal) -> new Answer(true, entries, lastSeal, null, null);
            case ChainState.Broken(var first, var fault) -> new Answer(false, null, null, first, fault);
        };
    }

    private static @Nullable Kept kept(@Nullable String entry, @Nullable String seal) {
        if (entry == null && seal == null) {
            return null;
        }
        if (entry == null || seal == null || !entry.matches("\\d{1,18}")) {
            throw new ProblemException(400, "MALFORMED", "entry is a number, and seal is what stood beside it.");
        }
        return new Kept(Long.parseLong(entry), seal);
    }
}
