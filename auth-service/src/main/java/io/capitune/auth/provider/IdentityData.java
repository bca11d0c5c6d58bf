package io.capitune.auth.provider;

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

/** The account's identities at providers. */
@ApplicationScoped
class IdentityData implements PersonalData {

    private final Identities identities;

    IdentityData(Identities identities) {
        this.identities = identities;
    }

    /** An identity with all that is known of it. */
    record Exported(
            String issuer,
            String subject,
            String email,
            Instant createdAt,
            @Nullable Instant lastUsedAt) {

        static Exported of(Identity identity) {
            return new Exported(
                    identity.issuer(),
                    identity.subject(),
                    identity.email(),
                    identity.createdAt(),
                    identity.lastUsedAt());
        }
    }

    @Override
    public Set<String> collections() {
        return Set.of(Identities.COLLECTION);
    }

    @Override
    public void export(String accountId, PersonalArchive archive) throws IOException {
        archive.json(
                "identities.json",
                identities.of(accountId).stream().map(Exported::of).toList());
    }

    @Override
    public Share preview(String accountId, Locale language) {
        return Share.going(Bundles.in(language, ShareMessages.class).identities());
    }

    @Override
    public void erase(String accountId) {
        identities.removeAll(accountId);
    }
}
