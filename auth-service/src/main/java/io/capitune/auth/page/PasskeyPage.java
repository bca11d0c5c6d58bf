package io.capitune.auth.page;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.capitune.auth.account.Account;
import io.capitune.auth.passkey.OwnPasskeys;
import io.capitune.auth.passkey.Passkey;
import io.capitune.auth.passkey.PasskeyName;
import io.capitune.auth.session.CurrentAccount;
import io.capitune.platform.error.ProblemException;
import io.capitune.platform.page.Pages;
import io.capitune.platform.web.SeeOther;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** One passkey: another name for it, or away with it after a look at what that means. */
@Path("/account/security/passkeys/{id}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class PasskeyPage {

    private static final String PATH = SecurityPage.PATH + "/passkeys/";

    private final CurrentAccount current;
    private final OwnPasskeys passkeys;
    private final Pages pages;

    PasskeyPage(CurrentAccount current, OwnPasskeys passkeys, Pages pages) {
        this.current = current;
        this.passkeys = passkeys;
        this.pages = pages;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance passkey(Passkey passkey, String typed, @Nullable String error);
    }

    @GET
    public Response page(@PathParam("id") String id) {
        var passkey = own(current.get(), id);
        return pages.render(Templates.passkey(passkey, passkey.name(), null));
    }

    /** Names it. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response rename(@PathParam("id") String id, @RestForm @Nullable String name) {
        var account = current.get();
        var passkey = own(account, id);
        var read = PasskeyName.read(name);
        if (read.isEmpty()) {
            var error = pages.messages(SecurityMessages.class).passkeyNameInvalid();
            return pages.render(422, Templates.passkey(passkey, name == null ? "" : name, error));
        }
        passkeys.rename(account, id, read.get());
        return SeeOther.to(SecurityPage.PATH + "?done=passkey-renamed").build();
    }

    @POST
    @Path("/remove")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response remove(@PathParam("id") String id) {
        var account = current.get();
        var passkey = own(account, id);
        if (!current.recent()) {
            return Again.before(PATH + id);
        }
        return switch (passkeys.remove(account, id)) {
            case REMOVED ->
                SeeOther.to(SecurityPage.PATH + "?done=passkey-removed").build();
            case NOT_FOUND -> throw ProblemException.notFound();
            case REQUIRED ->
                pages.render(
                        409,
                        Templates.passkey(
                                passkey,
                                passkey.name(),
                                pages.messages(SecurityMessages.class).adminsKeepOne()));
        };
    }

    private Passkey own(Account account, String id) {
        return passkeys.one(account, id).orElseThrow(ProblemException::notFound);
    }
}
