package io.capitune.auth.letter;

import java.time.Clock;
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
import org.jspecify.annotations.Nullable;

/** Wishes for mails about accounts, {@code account.letter}: everything in them travels sealed. */
@ApplicationScoped
public class AccountMail {

    static final String TYPE = "account.letter";

    private final Outbox outbox;
    private final Sealer sealer;
    private final RandomTokens random;
    private final ObjectMapper json;
    private final Clock clock;
    private final String publicUrl;

    AccountMail(
            Outbox outbox,
            Sealer sealer,
            RandomTokens random,
            ObjectMapper json,
            Clock clock,
            @ConfigProperty(name = "capitune.public-url") String publicUrl) {
        this.outbox = outbox;
        this.sealer = sealer;
        this.random = random;
        this.json = json;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    /** What is sealed, as notification-service reads it. */
    record Content(
            String kind,
            String email,
            String locale,
            Map<String, String> details,
            @Nullable String url,
            @Nullable Long validMinutes) {}

    /** The mail goes when the transaction is committed. */
    public void send(ClientSession transaction, AccountLetter letter) {
        outbox.append(transaction, event(letter));
    }

    /** Nothing goes, at the same cost: for answers that must not tell whether an address is known. */
    public void pretend(ClientSession transaction, AccountLetter letter) {
        outbox.appendSettled(transaction, event(letter));
    }

    private DomainEvent event(AccountLetter letter) {
        var id = random.id();
        var path = letter.path();
        var validFor = letter.validFor();
        var content = new Content(
                letter.kind(),
                letter.to().value(),
                letter.locale(),
                letter.details(),
                path == null ? null : publicUrl + path,
                validFor == null ? null : Math.max(1, validFor.toMinutes()));
        return new DomainEvent(id, TYPE, id, List.of(), Map.of(), sealer.seal(write(content), id), clock.instant());
    }

    private String write(Content content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("strings and a number are always JSON", e);
        }
    }
}
