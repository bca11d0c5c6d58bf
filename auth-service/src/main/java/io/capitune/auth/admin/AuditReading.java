package io.capitune.auth.admin;

import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.auth.account.Account;
import io.capitune.auth.account.AccountSearch;
import io.capitune.auth.account.Accounts;
import io.capitune.auth.account.EmailAddress;
import io.capitune.auth.audit.AuditQuery;
import io.capitune.auth.audit.AuditSearch;
import io.capitune.platform.error.ProblemException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The audit log, for administrators: with the addresses that its accounts have today. */
@ApplicationScoped
public class AuditReading {

    private final AuditSearch search;
    private final Accounts accounts;
    private final AccountSearch addresses;
    private final ZoneId zone;

    AuditReading(
            AuditSearch search,
            Accounts accounts,
            AccountSearch addresses,
            @ConfigProperty(name = "capitune.time-zone", defaultValue = "Europe/Paris") ZoneId zone) {
        this.search = search;
        this.accounts = accounts;
        this.addresses = addresses;
        this.zone = zone;
    }

    /**
     * A part of what the filter lets through, the latest first.
     *
     * @param cursor {@code next} of the part before; null begins
     * @throws ProblemException 400 for a day, cursor or limit that makes no sense
     */
    public Part<AuditView> find(AuditFilter filter, @Nullable String cursor, @Nullable String limit) {
        var most = Part.limit(limit);
        var query = new AuditQuery(
                account(filter.actor()),
                account(filter.subject()),
                filter.act().isEmpty() ? null : filter.act(),
                filter.network(),
                filter.words(),
                filter.start(zone),
                filter.end(zone));
        return part(query, cursor == null ? null : number(cursor), most);
    }

    /** The last few things done to an account. */
    public List<AuditView> about(String accountId, int most) {
        return part(AuditQuery.about(accountId), null, most).items();
    }

    private Part<AuditView> part(AuditQuery query, @Nullable Long before, int most) {
        var found = search.find(query, before, most + 1);
        var known = addresses.addresses(found.stream()
                .flatMap(entry -> Stream.of(entry.actor(), entry.subject()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return Part.of(found, most, entry -> AuditView.of(entry, known), entry -> Long.toString(entry.number()));
    }

    // Of an address that nobody has now, nothing is found: the log knows ids only.
    private @Nullable String account(String typed) {
        if (typed.isEmpty()) {
            return null;
        }
        return EmailAddress.parse(typed)
                .flatMap(accounts::byEmail)
                .map(Account::id)
                .orElse(typed);
    }

    private static long number(String cursor) {
        if (!cursor.matches("\\d{1,18}")) {
            throw Part.unknownCursor();
        }
        return Long.parseLong(cursor);
    }
}
