package io.capitune.platform.event;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened and that others act on.
 *
 * @param id unique; effects are idempotent by it
 * @param type such as {@code cv.done}
 * @param subject the id of what it happened to
 * @param audience the accounts that it concerns
 * @param payload small facts for the reader; blanked once the event is settled
 * @param sealed a secret, sealed with the event's id as context; blanked once the event is settled
 */
public record DomainEvent(
        @BsonId String id,
        String type,
        String subject,
        List<String> audience,
        Map<String, String> payload,
        @Nullable String sealed,
        Instant at) {

    public DomainEvent {
        audience = List.copyOf(audience);
        payload = Map.copyOf(payload);
    }
}
