package io.capitune.auth;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import io.capitune.platform.seal.Sealer;
import io.quarkus.arc.Unremovable;
import io.vertx.core.json.JsonObject;

/** The notices about accounts that notification-service would send, read from their events as it reads them. */
@Unremovable
@ApplicationScoped
public class Notices {

    private final MongoDatabase database;
    private final Sealer sealer;

    Notices(MongoDatabase database, Sealer sealer) {
        this.database = database;
        this.sealer = sealer;
    }

    /** The kinds of those to this address, oldest first. */
    public List<String> kinds(String email) {
        return to(email).stream().map(notice -> notice.getString("kind")).toList();
    }

    /** The token of the link in the last one to this address. */
    public String token(String email) {
        return token(to(email).getLast());
    }

    /** The token of the link in the last one of that kind. */
    public String token(String email, String kind) {
        return token(to(email).stream()
                .filter(notice -> notice.getString("kind").equals(kind))
                .reduce((one, later) -> later)
                .orElseThrow());
    }

    private static String token(JsonObject notice) {
        var url = notice.getString("url");
        return url.substring(url.indexOf("token=") + "token=".length());
    }

    /** To this address, oldest first. */
    public List<JsonObject> to(String email) {
        return database
                .getCollection("events")
                // What is settled goes to nobody.
                .find(Filters.and(Filters.eq("type", "account.letter"), Filters.ne("sealed", null)))
                .sort(Sorts.ascending("at"))
                .map(event -> new JsonObject(sealer.open(event.getString("sealed"), event.getString("_id"))))
                .into(new ArrayList<>())
                .stream()
                .filter(notice -> notice.getString("email").equals(email))
                .toList();
    }
}
