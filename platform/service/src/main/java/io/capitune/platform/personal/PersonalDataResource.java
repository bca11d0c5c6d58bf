package io.capitune.platform.personal;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.capitune.platform.error.ProblemException;
import io.capitune.platform.security.CurrentUser;
import io.capitune.platform.security.Languages;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.jspecify.annotations.Nullable;

/**
 * What a context answers auth-service, which alone composes exports and drives erasures. A service that keeps something about people has
 * one, at {@link #PATH}: only those that do have these endpoints.
 */
@RunOnVirtualThread
public abstract class PersonalDataResource {

    /** Where auth-service looks for it. */
    public static final String PATH = "/internal/personal-data/{accountId}";

    /** The media type of an export. */
    public static final String ZIP = "application/zip";

    private static final String ASKS = "auth-service";

    private final PersonalDataParts parts;
    private final CurrentUser caller;

    protected PersonalDataResource(PersonalDataParts parts, CurrentUser caller) {
        this.parts = parts;
        this.caller = caller;
    }

    /** 200 with the ZIP. */
    @GET
    @Produces(ZIP)
    public Response export(@PathParam("accountId") String accountId) {
        check();
        return Response.ok(parts.export(accountId), ZIP)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** The preview, in French unless told otherwise. */
    @GET
    @Path("/preview")
    @Produces(MediaType.APPLICATION_JSON)
    public Share preview(@PathParam("accountId") String accountId, @QueryParam("locale") @Nullable String locale) {
        check();
        return parts.preview(accountId, Languages.of(locale == null ? "" : locale));
    }

    /** Erases; 204. */
    @DELETE
    public void erase(@PathParam("accountId") String accountId) {
        check();
        parts.erase(accountId);
    }

    private void check() {
        if (!ASKS.equals(caller.id())) {
            throw new ProblemException(403, "FORBIDDEN", "Only auth-service may ask for this.");
        }
    }
}
