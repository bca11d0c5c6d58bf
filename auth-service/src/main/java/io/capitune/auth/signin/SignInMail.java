package io.capitune.auth.signin;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.mongodb.client.ClientSession;
import io.capitune.platform.event.DomainEvent;
import io.capitune.platform.event.Outbox;
import io.capitune.platform.random.RandomTokens;
import io.capitune.platform.seal.Sealer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The wish for a sign-in mail, {@code signin.requested}: address, link and code travel sealed. A mail that a limit keeps back is
 * {@code signin.suppressed}, written at the same cost, settled at once and soon gone.
 */
@ApplicationScoped
public class SignInMail {

    static final String REQUESTED = "signin.requested";
    static final String SUPPRESSED = "signin.suppressed";
    static final String LINK = "/api/auth/callback/email";

    private final Outbox outbox;
    private final Sealer sealer;
    private final RandomTokens random;
    private final ObjectMapper json;
    private final String publicUrl;

    SignInMail(
            Outbox outbox,
            Sealer sealer,
            RandomTokens random,
            ObjectMapper json,
            @ConfigProperty(name = "capitune.public-url") String publicUrl) {
        this.outbox = outbox;
        this.sealer = sealer;
        this.random = random;
        this.json = json;
        this.publicUrl = publicUrl;
    }

    /** The event for the draft, sealed either way. */
    DomainEvent of(SignInDrafts.Draft draft) {
        var id = random.id();
        var signIn = draft.signIn();
        var url = publicUrl + LINK + "?token=" + draft.token();
        var minutes = Math.max(
                1, Duration.between(signIn.createdAt(), signIn.expiresAt()).toMinutes());
        var content = new Content(signIn.email(), url, draft.code(), signIn.locale(), minutes);
        var sealed = sealer.seal(write(content), id);
        var type = signIn.mailed() ? REQUESTED : SUPPRESSED;
        return new DomainEvent(id, type, signIn.id(), List.of(), Map.of(), sealed, signIn.createdAt());
    }

    void put(ClientSession transaction, DomainEvent event) {
        if (event.type().equals(REQUESTED)) {
            outbox.append(transaction, event);
        } else {
            outbox.appendSettled(transaction, event);
        }
    }

    private String write(Content content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("strings and a number are always JSON", e);
        }
    }

    /** What notification-service puts into the mail. */
    record Content(String email, String url, String code, String locale, long validMinutes) {}
}
