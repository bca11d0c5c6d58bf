package io.capitune.auth.device;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import io.capitune.auth.AuthConfig;
import io.capitune.platform.mongo.MongoIndexes;
import io.capitune.platform.mongo.Newest;
import org.jspecify.annotations.Nullable;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

/**
 * The devices that accounts know; MongoDB removes what was not used for a year. Collections {@code devices} and {@code new_devices}.
 */
@ApplicationScoped
class Devices implements MongoIndexes {

    static final Set<String> COLLECTIONS = Set.of("devices", "new_devices");

    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final MongoCollection<Device> devices;
    private final MongoCollection<Newcomers> newcomers;
    private final int most;

    Devices(MongoDatabase database, AuthConfig config) {
        this.devices = database.getCollection("devices", Device.class);
        this.newcomers = database.getCollection("new_devices", Newcomers.class);
        this.most = config.device().most();
    }

    @Override
    public void ensure(MongoDatabase database) {
        var collection = database.getCollection("devices");
        collection.createIndex(Indexes.ascending("accountId"));
        collection.createIndex(Indexes.ascending("expiresAt"), new IndexOptions().expireAfter(0L, TimeUnit.SECONDS));
    }

    List<Device> of(String accountId) {
        return devices.find(eq("accountId", accountId))
                .sort(Sorts.descending("lastUsedAt"))
                .into(new ArrayList<>());
    }

    Optional<Newcomers> newcomers(String accountId) {
        return Optional.ofNullable(newcomers.find(eq("_id", accountId)).first());
    }

    Optional<Newcomers> newcomers(ClientSession transaction, String accountId) {
        return Optional.ofNullable(
                newcomers.find(transaction, eq("_id", accountId)).first());
    }

    void put(ClientSession transaction, Newcomers changed) {
        newcomers.replaceOne(transaction, eq("_id", changed.accountId()), changed, UPSERT);
    }

    void putAll(ClientSession transaction, List<Newcomers> fresh) {
        newcomers.insertMany(transaction, fresh);
    }

    boolean known(String id, Instant now) {
        return devices.find(and(eq("_id", id), gt("expiresAt", now))).first() != null;
    }

    boolean knownBySecondStep(String id, Instant now) {
        return devices.find(and(eq("_id", id), gt("expiresAt", now), ne("secondStepAt", null)))
                        .first()
                != null;
    }

    /** Writes down that a device opened another session; false where the account does not know it. */
    boolean used(ClientSession transaction, Device device) {
        var secondStep = Optional.ofNullable(device.secondStepAt()).map(at -> set("secondStepAt", at));
        var changes = Stream.of(
                set("sessionId", device.sessionId()),
                set("lastUsedAt", device.lastUsedAt()),
                set("expiresAt", device.expiresAt()));
        return devices.updateOne(
                                transaction,
                                and(eq("_id", device.id()), gt("expiresAt", device.lastUsedAt())),
                                combine(Stream.concat(changes, secondStep.stream())
                                        .toList()))
                        .getMatchedCount()
                == 1;
    }

    /**
     * Adds a device, in place of one that has expired and is not removed yet. Those that were unused for longest are forgotten where the
     * account has too many.
     */
    void add(ClientSession transaction, Device device) {
        devices.replaceOne(transaction, eq("_id", device.id()), device, UPSERT);
        Newest.keep(transaction, devices, eq("accountId", device.accountId()), "lastUsedAt", most);
    }

    /** Forgets the account's devices but the one that opened this session; null keeps none. */
    void forgetOthers(ClientSession transaction, String accountId, @Nullable String keptSession) {
        devices.deleteMany(transaction, and(eq("accountId", accountId), ne("sessionId", keptSession)));
    }

    /** Forgets the account's devices that this session was opened on. */
    void forgetOf(ClientSession transaction, String accountId, String sessionId) {
        devices.deleteMany(transaction, and(eq("accountId", accountId), eq("sessionId", sessionId)));
    }

    /** Leaves nothing of the account. */
    void removeAll(String accountId) {
        devices.deleteMany(eq("accountId", accountId));
        newcomers.deleteOne(eq("_id", accountId));
    }
}
