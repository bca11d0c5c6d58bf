package io.capitune.auth.page;

import java.util.List;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.capitune.auth.factor.SecondFactorState;
import io.capitune.auth.factor.SecondFactors;
import io.capitune.auth.passkey.OwnPasskeys;
import io.capitune.auth.passkey.Passkey;
import io.capitune.auth.provider.IdentityView;
import io.capitune.auth.provider.OwnIdentities;
import io.capitune.auth.provider.Provider;
import io.capitune.auth.session.CurrentAccount;
import io.capitune.auth.signin.NextPath;
import io.capitune.platform.page.Pages;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.jspecify.annotations.Nullable;

/** How an account is protected, beside its first way in. */
@Path("/account/security")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class SecurityPage {

    static final String PATH = "/account/security";

    private final CurrentAccount current;
    private final SecondFactors factors;
    private final OwnPasskeys passkeys;
    private final OwnIdentities identities;
    private final Pages pages;

    SecurityPage(
            CurrentAccount current,
            SecondFactors factors,
            OwnPasskeys passkeys,
            OwnIdentities identities,
            Pages pages) {
        this.current = current;
        this.factors = factors;
        this.passkeys = passkeys;
        this.identities = identities;
        this.pages = pages;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance security(
                SecondFactorState factor,
                List<Passkey> passkeys,
                List<IdentityView> identities,
                boolean recent,
                String done);

        static native TemplateInstance again(String email, boolean passkeys, List<Provider> providers, String next);
    }

    @GET
    public Response page(@QueryParam("done") @DefaultValue("") String done) {
        var account = current.get();
        return pages.render(Templates.security(
                factors.of(account), passkeys.of(account), identities.of(account), current.recent(), done));
    }

    /** Where a change waits until its owner has signed in once more. */
    @GET
    @Path("/again")
    public Response again(@QueryParam("next") @Nullable String next) {
        var account = current.get();
        var path = NextPath.of(next == null ? PATH : next).value();
        return pages.render(Templates.again(
                account.email(), !passkeys.of(account).isEmpty(), identities.providersOf(account), path));
    }
}
