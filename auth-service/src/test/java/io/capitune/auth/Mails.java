package io.capitune.auth;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.capitune.platform.seal.Sealer;
import io.quarkus.arc.Unremovable;
import org.bson.Document;

/** The sign-in mails that notification-service would send, read from their events as it reads them. */
@Unremovable
@ApplicationScoped
public class Mails {

    private final MongoDatabase database;
    private final Sealer sealer;
    private final ObjectMapper json;

    Mails(MongoDatabase database, Sealer sealer, ObjectMapper json) {
        this.database = database;
        this.sealer = sealer;
        this.json = json;
    }

    /** A mail. */
    public record Mail(String email, String url, String code, String locale, long validMinutes) {

        /** The link without its host. */
        public String path() {
            var uri = URI.create(url);
            return uri.getRawPath() + "?" + uri.getRawQuery();
        }

        public String token() {
            return url.substring(url.indexOf("token=") + 6);
        }

        /** A code that is surely not the one. */
        public String wrongCode() {
            return code.equals("000000") ? "000001" : "000000";
        }
    }

    /** To this address, oldest first. */
    public List<Mail> to(String email) {
        return database
                .getCollection("events")
                .find(Filters.eq("type", "signin.requested"))
                .sort(Sorts.ascending("at"))
                .map(this::open)
                .into(new ArrayList<>())
                .stream()
                .filter(mail -> mail.email().equals(email))
                .toList();
    }

    public Mail latest(String email) {
        return to(email).getLast();
    }

    private Mail open(Document event) {
        try {
            return json.readValue(sealer.open(event.getString("sealed"), event.getString("_id")), Mail.class);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
