package io.capitune.auth.admin;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.capitune.platform.seal.Sealer;
import io.quarkus.arc.Unremovable;
import io.vertx.core.json.JsonObject;

/** The mails about accounts that notification-service would send. */
@Unremovable
@ApplicationScoped
class Letters {

    private final MongoDatabase database;
    private final Sealer sealer;

    Letters(MongoDatabase database, Sealer sealer) {
        this.database = database;
        this.sealer = sealer;
    }

    /** To this address, as they were sealed. */
    List<JsonObject> to(String email) {
        return database
                .getCollection("events")
                // What is settled goes to nobody.
                .find(Filters.and(Filters.eq("type", "account.letter"), Filters.ne("sealed", null)))
                .map(event -> new JsonObject(sealer.open(event.getString("sealed"), event.getString("_id"))))
                .into(new ArrayList<>())
                .stream()
                .filter(letter -> email.equals(letter.getString("email")))
                .toList();
    }

    List<String> kindsTo(String email) {
        return to(email).stream().map(letter -> letter.getString("kind")).toList();
    }
}
