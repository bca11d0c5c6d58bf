package io.capitune.auth.token;

import java.time.Instant;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.capitune.platform.security.OperatorOnly;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.jspecify.annotations.Nullable;

/** New signing keys, when an operator asks for them. */
@Path("/internal/signing-keys")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@OperatorOnly
public class KeyRotationResource {

    private final SigningKeys keys;
    private final CurrentKeys current;

    KeyRotationResource(SigningKeys keys, CurrentKeys current) {
        this.keys = keys;
        this.current = current;
    }

    /** What is asked for: {@code compromised} takes all other keys back at once. */
    public record RotationRequest(@Nullable Boolean compromised) {}

    /** When the next key begins to sign. */
    public record Rotation(Instant signsFrom) {}

    /** Publishes the next key, or replaces all keys by a new one. */
    @POST
    @Path("/rotation")
    public Rotation rotate(@Nullable RotationRequest request) {
        var compromised = request != null && Boolean.TRUE.equals(request.compromised());
        var rotation = new Rotation(compromised ? keys.replace() : keys.rotate());
        current.refresh();
        return rotation;
    }
}
