package io.capitune.auth.session;

import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.auth.personal.ShareMessages;
import io.capitune.platform.page.Bundles;
import io.capitune.platform.personal.PersonalArchive;
import io.capitune.platform.personal.PersonalData;
import io.capitune.platform.personal.Share;
import org.jspecify.annotations.Nullable;

/** The account's sessions. */
@ApplicationScoped
class SessionData implements PersonalData {

    private final Sessions sessions;

    SessionData(Sessions sessions) {
        this.sessions = sessions;
    }

    /** A session without what it is recognised by. */
    record Exported(
            String id,
            @Nullable String device,
            Session.@Nullable Kind kind,
            boolean shared,
            Instant createdAt,
            Instant lastUsedAt,
            Instant expiresAt) {

        static Exported of(Session one) {
            return new Exported(
                    one.id(),
                    one.device(),
                    one.kind(),
                    one.isShared(),
                    one.createdAt(),
                    one.lastUsedAt(),
                    one.expiresAt());
        }
    }

    @Override
    public Set<String> collections() {
        return Set.of(Sessions.COLLECTION);
    }

    @Override
    public void export(String accountId, PersonalArchive archive) throws IOException {
        archive.json(
                "sessions.json",
                sessions.of(accountId).stream().map(Exported::of).toList());
    }

    @Override
    public Share preview(String accountId, Locale language) {
        return Share.going(Bundles.in(language, ShareMessages.class)
                .sessions(sessions.of(accountId).size()));
    }

    @Override
    public void erase(String accountId) {
        sessions.removeAll(accountId);
    }
}
