package io.capitune.auth.page;

import java.time.Duration;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;

import io.capitune.auth.account.Accounts;
import io.capitune.auth.session.BrowserSessions;
import io.capitune.auth.signin.NextPath;
import io.capitune.platform.PlatformConfig;
import io.capitune.platform.security.CurrentUser;
import io.capitune.platform.security.Languages;
import io.capitune.platform.web.SeeOther;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** The choice of language: in a cookie for a year, and in the account of who is signed in. */
@Path("/language")
@RunOnVirtualThread
public class LanguagePage {

    private static final int YEAR = Math.toIntExact(Duration.ofDays(365).toSeconds());

    private final Accounts accounts;
    private final BrowserSessions sessions;
    private final CurrentUser reader;
    private final boolean secure;

    LanguagePage(Accounts accounts, BrowserSessions sessions, CurrentUser reader, PlatformConfig platform) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.reader = reader;
        this.secure = platform.https();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response choose(
            @RestForm @DefaultValue("") String locale, @RestForm @Nullable String next, @Context HttpHeaders headers) {
        var language = Languages.of(locale).getLanguage();
        if (reader.signedIn()) {
            accounts.speak(reader.id(), language);
            sessions.reread(headers);
        }
        var cookie = new NewCookie.Builder(Languages.COOKIE)
                .value(language)
                .path("/")
                .maxAge(YEAR)
                .secure(secure)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
        return SeeOther.to(NextPath.sameSite(next, "/")).cookie(cookie).build();
    }
}
