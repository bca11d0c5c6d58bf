package io.capitune.auth.session;

import java.util.List;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import io.capitune.auth.account.Account;
import io.capitune.auth.account.Accounts;
import io.capitune.auth.account.PasswordHolders;
import io.capitune.auth.account.UserView;
import io.capitune.platform.error.FieldError;
import io.capitune.platform.error.ProblemException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.jspecify.annotations.Nullable;

/** The account of who is signed in. */
@Path("/api/users/me")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class OwnAccountResource {

    private static final List<String> LOCALES = List.of("fr", "en");

    private final CurrentAccount current;
    private final Accounts accounts;
    private final PasswordHolders passwords;
    private final BrowserSessions sessions;

    OwnAccountResource(CurrentAccount current, Accounts accounts, PasswordHolders passwords, BrowserSessions sessions) {
        this.current = current;
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
    }

    /** What may be changed; what is left out stays. */
    public record Changes(@Nullable String locale) {}

    @GET
    public UserView get() {
        return view(current.get());
    }

    /** The account, changed; 422 for a language that there is not. */
    @PATCH
    @Consumes(MediaType.APPLICATION_JSON)
    public UserView change(@Nullable Changes changes, @Context HttpHeaders headers) {
        var account = current.get();
        var locale = changes == null ? null : changes.locale();
        if (locale == null) {
            return view(account);
        }
        if (!LOCALES.contains(locale)) {
            throw ProblemException.validation(
                    List.of(new FieldError("/locale", "There are: " + String.join(", ", LOCALES) + ".")));
        }
        accounts.speak(account.id(), locale);
        sessions.reread(headers);
        return view(current.get());
    }

    private UserView view(Account account) {
        return UserView.of(account, passwords.hasPassword(account.id()));
    }
}
