package io.capitune.platform.personal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import io.capitune.platform.error.ProblemException;
import io.capitune.platform.security.CurrentUser;
import io.capitune.platform.security.Languages;
import org.jspecify.annotations.Nullable;

/**
 * What a context answers auth-service, which alone composes exports and drives erasures: below {@code
 * /internal/personal-data/{accountId}}, GET for a ZIP, GET {@code /preview?locale=} for a {@link Share}, DELETE to erase, 204.
 */
@ApplicationScoped
public class PersonalDataAnswers {

    /** The media type of an export. */
    public static final String ZIP = "application/zip";

    private static final String ASKS = "auth-service";

    private final PersonalDataParts parts;
    private final CurrentUser caller;

    PersonalDataAnswers(PersonalDataParts parts, CurrentUser caller) {
        this.parts = parts;
        this.caller = caller;
    }

    /** 200 with the ZIP. */
    public Response export(String accountId) {
        check();
        return Response.ok(parts.export(accountId), ZIP)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** The preview, in French unless told otherwise. */
    public Share preview(String accountId, @Nullable String locale) {
        check();
        return parts.preview(accountId, Languages.of(locale == null ? "" : locale));
    }

    /** Erases. */
    public void erase(String accountId) {
        check();
        parts.erase(accountId);
    }

    private void check() {
        if (!ASKS.equals(caller.id())) {
            throw new ProblemException(403, "FORBIDDEN", "Only auth-service may ask for this.");
        }
    }
}
