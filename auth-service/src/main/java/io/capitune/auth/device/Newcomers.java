package io.capitune.auth.device;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.bson.codecs.pojo.annotations.BsonId;

/**
 * What an account saw of new devices within the last day, and that it was opened at all. Each new device changes it, so that two that come
 * at once conflict and the second sees the first.
 *
 * @param recent the newest last
 */
public record Newcomers(@BsonId String accountId, List<Newcomer> recent, int v) {

    static final int VERSION = 1;

    /** A new device, by its name. */
    public record Newcomer(DeviceName name, Instant at) {}

    Newcomers since(Instant earliest) {
        var later = recent.stream().filter(one -> one.at().isAfter(earliest)).toList();
        return new Newcomers(accountId, later, v);
    }

    Newcomers with(DeviceName name, Instant at) {
        var longer = new ArrayList<>(recent);
        longer.add(new Newcomer(name, at));
        return new Newcomers(accountId, List.copyOf(longer), v);
    }
}
