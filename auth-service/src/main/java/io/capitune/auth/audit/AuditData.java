package io.capitune.auth.audit;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.auth.personal.ShareMessages;
import io.capitune.platform.page.Bundles;
import io.capitune.platform.personal.PersonalArchive;
import io.capitune.platform.personal.PersonalData;
import io.capitune.platform.personal.Share;

/** What was done to an account: its owner gets it all, and it stays, since what administrators did has to be accounted for. */
@ApplicationScoped
class AuditData implements PersonalData {

    private static final int MOST = 10_000;

    private final AuditSearch search;

    AuditData(AuditSearch search) {
        this.search = search;
    }

    /** An act without who did it, who has rights of their own. */
    record Exported(Instant at, String act, String reason, Map<String, String> details) {

        static Exported of(AuditEntry entry) {
            return new Exported(entry.at(), entry.act(), entry.reason(), entry.details());
        }
    }

    @Override
    public Set<String> collections() {
        return Set.of(AuditLog.COLLECTION);
    }

    @Override
    public void export(String accountId, PersonalArchive archive) throws IOException {
        var entries = search.find(AuditQuery.about(accountId), null, MOST);
        if (!entries.isEmpty()) {
            archive.json(
                    "administration.json", entries.stream().map(Exported::of).toList());
        }
    }

    @Override
    public Share preview(String accountId, Locale language) {
        var say = Bundles.in(language, ShareMessages.class);
        return new Share(List.of(), List.of(new Share.Line(say.audit(), say.auditWhy())));
    }

    @Override
    public void erase(String accountId) {
        // It stays: without an address it names nobody any more.
    }
}
