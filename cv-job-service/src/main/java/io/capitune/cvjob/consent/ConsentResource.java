package io.capitune.cvjob.consent;

import java.time.Instant;
import java.util.List;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.databind.JsonNode;
import io.capitune.cvjob.Caller;
import io.capitune.platform.error.FieldError;
import io.capitune.platform.error.ProblemException;
import io.capitune.platform.security.CurrentUser;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.jspecify.annotations.Nullable;

/** The caller's consent to a language model. */
@Path("/api/cv/consent")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ConsentResource {

    private final Consent consent;
    private final CurrentUser user;

    ConsentResource(Consent consent, CurrentUser user) {
        this.consent = consent;
        this.user = user;
    }

    /**
     * The consent on the wire.
     *
     * @param at when the caller said so; null where nothing was said
     */
    public record ConsentView(boolean model, @Nullable Instant at) {}

    /** A change; the node keeps {@code "yes"} and {@code 1} from passing for {@code true}. */
    public record ConsentRequest(@Nullable JsonNode model) {}

    @GET
    public ConsentView get() {
        return consent.given(user.id())
                .map(given -> new ConsentView(given.model(), given.at()))
                .orElseGet(() -> new ConsentView(false, null));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public ConsentView set(@Nullable ConsentRequest request) {
        if (request == null) {
            throw new ProblemException(400, "MALFORMED", "The body is not JSON.");
        }
        var model = request.model();
        if (model == null || !model.isBoolean()) {
            var detail = Caller.of(user).read("true ou false est attendu ici.", "true or false is expected here.");
            throw ProblemException.validation(List.of(new FieldError("/model", detail)));
        }
        consent.set(user.id(), model.booleanValue());
        return get();
    }
}
