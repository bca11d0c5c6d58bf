package io.capitune.auth.token;

import java.time.Instant;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

import io.capitune.auth.source.SourceNetwork;
import io.capitune.platform.security.ClientAddress;
import io.capitune.platform.security.OperatorOnly;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/** New signing keys, when an operator asks for them. */
@Path("/internal/signing-keys")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@OperatorOnly
public class KeyRotationResource {

    private final RotateKeys keys;

    KeyRotationResource(RotateKeys keys) {
        this.keys = keys;
    }

    /** What is asked for: {@code compromised} takes all other keys back at once. */
    public record RotationRequest(@Nullable Boolean compromised) {}

    /** When the next key begins to sign. */
    public record Rotation(Instant signsFrom) {}

    /** Publishes the next key, or replaces all keys by a new one. */
    @POST
    @Path("/rotation")
    public Rotation rotate(@Nullable RotationRequest request, @Context HttpServerRequest call) {
        var source = SourceNetwork.of(ClientAddress.of(call));
        var compromised = request != null && Boolean.TRUE.equals(request.compromised());
        return new Rotation(compromised ? keys.replace(source) : keys.rotate(source));
    }
}
