package io.capitune.auth.admin;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.auth.account.Account;
import io.capitune.auth.account.AccountCursor;
import io.capitune.auth.account.AccountSearch;
import io.capitune.auth.account.Accounts;
import io.capitune.platform.error.ProblemException;
import org.jspecify.annotations.Nullable;

/** The accounts, for administrators. */
@ApplicationScoped
public class UserDirectory {

    private final Accounts accounts;
    private final AccountSearch search;
    private final Extensions extensions;

    UserDirectory(Accounts accounts, AccountSearch search, Extensions extensions) {
        this.accounts = accounts;
        this.search = search;
        this.extensions = extensions;
    }

    /**
     * A part of those that the filter lets through, the newest first.
     *
     * @param cursor {@code next} of the part before; null begins
     * @throws ProblemException 400 for a cursor or limit that makes no sense
     */
    public Part<UserView> find(UserFilter filter, @Nullable String cursor, @Nullable String limit) {
        var most = Part.limit(limit);
        var after = cursor == null ? null : AccountCursor.parse(cursor).orElseThrow(Part::unknownCursor);
        var found = search.find(filter.query(), after, most + 1);
        return Part.of(
                found,
                most,
                account -> UserView.of(account, null),
                account -> AccountCursor.after(account).text());
    }

    /**
     * One of them.
     *
     * @throws ProblemException 404 where there is no such account
     */
    public UserView get(String id) {
        return accounts.byId(id).map(this::view).orElseThrow(ProblemException::notFound);
    }

    private UserView view(Account account) {
        return UserView.of(
                account,
                Optional.of(extensions)
                        .filter(Extensions::knowsFactors)
                        .map(known -> known.hasFactor(account.id()))
                        .orElse(null));
    }
}
