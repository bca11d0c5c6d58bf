package io.capitune.auth.page;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.capitune.auth.account.Account;
import io.capitune.auth.password.OwnPassword;
import io.capitune.auth.password.PasswordCheck;
import io.capitune.auth.session.CurrentAccount;
import io.capitune.platform.page.Pages;
import io.capitune.platform.security.ClientAddress;
import io.capitune.platform.web.SeeOther;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** The account of who is signed in, and its password. */
@Path("/account")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class AccountPage {

    private static final String PASSWORD = "/account/password";

    private final CurrentAccount current;
    private final OwnPassword own;
    private final Waits waits;
    private final Pages pages;

    AccountPage(CurrentAccount current, OwnPassword own, Waits waits, Pages pages) {
        this.current = current;
        this.own = own;
        this.waits = waits;
        this.pages = pages;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance account(String email, String locale, boolean hasPassword, boolean changed);

        static native TemplateInstance password(
                boolean hasPassword, boolean admin, @Nullable String currentError, @Nullable String error);
    }

    @GET
    public Response page(@QueryParam("changed") @DefaultValue("false") boolean changed) {
        var account = current.get();
        return NotKept.page(
                pages.render(Templates.account(account.email(), account.locale(), own.exists(account), changed)));
    }

    /** The form; where there is no password yet, a recent sign-in stands for the old one. */
    @GET
    @Path("/password")
    public Response passwordForm() {
        var account = current.get();
        return own.exists(account) || current.recent() ? form(200, account, null, null) : Again.before(PASSWORD);
    }

    @POST
    @Path("/password")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response changePassword(
            @RestForm("current") @DefaultValue("") String old,
            @RestForm @DefaultValue("") String password,
            @Context HttpServerRequest connection) {
        var account = current.get();
        var texts = pages.messages(PasswordMessages.class);
        if (!own.exists(account) && !current.recent()) {
            return Again.before(PASSWORD);
        }
        if (own.exists(account)) {
            switch (own.check(account, old, ClientAddress.of(connection))) {
                case PasswordCheck.Result.Right right -> {}
                case PasswordCheck.Result.Wrong wrong -> {
                    return form(422, account, texts.currentWrong(), null);
                }
                case PasswordCheck.Result.Wait(var retryAfter) -> {
                    return form(429, account, waits.beforeAPassword(retryAfter), null);
                }
            }
        }
        // Last, since it takes as long as a hash: who has proved nothing costs nothing.
        return switch (own.judge(account, password, ClientAddress.of(connection))) {
            case OwnPassword.Judgement.Wait(var retryAfter) ->
                form(429, account, null, waits.beforeAPassword(retryAfter));
            case OwnPassword.Judgement.Broken(var fault) -> form(422, account, null, PasswordTexts.of(fault, texts));
            case OwnPassword.Judgement.Kept() -> {
                own.change(account, password, ClientAddress.of(connection));
                yield SeeOther.to("/account?changed=true").build();
            }
        };
    }

    private Response form(int status, Account account, @Nullable String currentError, @Nullable String error) {
        return NotKept.page(
                pages.render(status, Templates.password(own.exists(account), account.isAdmin(), currentError, error)));
    }
}
