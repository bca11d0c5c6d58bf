package io.capitune.auth.session;

import java.time.Instant;
import java.util.Locale;

import io.capitune.auth.device.DeviceName;

/**
 * A session as its owner sees it.
 *
 * @param device such as {@code Firefox sur Linux}
 * @param kind {@code browser} or {@code api}
 * @param current whether it is the one that asks
 */
public record SessionView(
        String id, String device, String kind, boolean shared, Instant createdAt, Instant lastUsedAt, boolean current) {

    static SessionView of(Session session, boolean current, Locale locale) {
        var language = locale.getLanguage();
        var api = session.kind() == Session.Kind.API;
        var unknown = "fr".equals(language) ? "Appareil inconnu" : "Unknown device";
        return new SessionView(
                session.id(),
                DeviceName.of(session.device()).in(language, unknown),
                api ? "api" : "browser",
                session.isShared(),
                session.createdAt(),
                session.lastUsedAt(),
                current);
    }
}
