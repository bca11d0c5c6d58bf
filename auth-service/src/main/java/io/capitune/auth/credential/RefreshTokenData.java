package io.capitune.auth.credential;

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

/** The tokens by which API clients go on. */
@ApplicationScoped
class RefreshTokenData implements PersonalData {

    private final RefreshTokens tokens;

    RefreshTokenData(RefreshTokens tokens) {
        this.tokens = tokens;
    }

    /** A token without what it is recognised by. */
    record Exported(String session, Instant createdAt, Instant expiresAt) {}

    @Override
    public Set<String> collections() {
        return Set.of(RefreshTokens.COLLECTION);
    }

    @Override
    public void export(String accountId, PersonalArchive archive) throws IOException {
        archive.json(
                "refresh-tokens.json",
                tokens.of(accountId).stream()
                        .map(one -> new Exported(one.sessionId(), one.createdAt(), one.expiresAt()))
                        .toList());
    }

    @Override
    public Share preview(String accountId, Locale language) {
        return Share.going(Bundles.in(language, ShareMessages.class).refreshTokens());
    }

    @Override
    public void erase(String accountId) {
        tokens.removeAll(accountId);
    }
}
