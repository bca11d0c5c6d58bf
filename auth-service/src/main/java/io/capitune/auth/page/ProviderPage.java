package io.capitune.auth.page;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import io.capitune.auth.page.ProviderRefusalView.Refusal;
import io.capitune.auth.provider.Provider;
import io.capitune.auth.provider.ProviderAwayException;
import io.capitune.auth.provider.ProviderCookie;
import io.capitune.auth.provider.ProviderResult;
import io.capitune.auth.provider.Providers;
import io.capitune.auth.provider.SignInWithProvider;
import io.capitune.auth.provider.StartLimit;
import io.capitune.auth.signin.NextPath;
import io.capitune.platform.error.ProblemException;
import io.capitune.platform.page.Pages;
import io.capitune.platform.security.ClientAddress;
import io.capitune.platform.security.CurrentUser;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/**
 * The way to another provider and back. It begins by a form, so that no other site can send somebody on it, and leads there by a page:
 * browsers that keep to the policy {@code form-action 'self'} follow no redirect of a form to another site.
 */
@Path("/login/with/{provider}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class ProviderPage {

    private static final Logger LOG = Logger.getLogger(ProviderPage.class);

    private final Providers providers;
    private final SignInWithProvider signIn;
    private final StartLimit limit;
    private final ProviderCookie cookie;
    private final AdmissionPages admissions;
    private final CurrentUser reader;
    private final Pages pages;

    ProviderPage(
            Providers providers,
            SignInWithProvider signIn,
            StartLimit limit,
            ProviderCookie cookie,
            AdmissionPages admissions,
            CurrentUser reader,
            Pages pages) {
        this.providers = providers;
        this.signIn = signIn;
        this.limit = limit;
        this.cookie = cookie;
        this.admissions = admissions;
        this.reader = reader;
        this.pages = pages;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance leaving(String label, String target);

        static native TemplateInstance refused(ProviderRefusalView view);
    }

    /** Leads to the provider; 404 for one that is not configured. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response begin(
            @PathParam("provider") String name,
            @RestForm @Nullable String next,
            @RestForm @DefaultValue("false") boolean shared,
            @Context HttpHeaders headers,
            @Context HttpServerRequest connection) {
        var provider = provider(name);
        limit.take(ClientAddress.of(connection));
        var browser = cookie.of(headers);
        var path = NextPath.of(next).value();
        try {
            var target = signIn.begin(provider, browser, path, shared, language());
            var leaving = NotKept.page(pages.render(Templates.leaving(provider.label(), target.toString())));
            return Response.fromResponse(leaving).cookie(cookie.keep(browser)).build();
        } catch (ProviderAwayException e) {
            LOG.warnf("No sign-in with %s begins: %s", provider.name(), e.getMessage());
            return refused(503, new ProviderRefusalView(Refusal.FAILED, provider, path, shared));
        }
    }

    /** Where the provider sends the browser back to. */
    @GET
    @Path("/callback")
    public Response complete(
            @PathParam("provider") String name, @Context UriInfo address, @Context HttpHeaders headers) {
        var provider = provider(name);
        var result = signIn.complete(provider, cookie.of(headers), address.getQueryParameters(), language(), headers);
        return switch (result) {
            case ProviderResult.Proved(var admitted) -> admissions.page(admitted, () -> over(provider));
            case ProviderResult.Over() -> over(provider);
            case ProviderResult.Denied(var next, var shared) ->
                refused(403, new ProviderRefusalView(Refusal.DENIED, provider, next, shared));
            case ProviderResult.Unverified(var next) ->
                refused(403, new ProviderRefusalView(Refusal.UNVERIFIED, provider, next, false));
            case ProviderResult.Failed(var next, var shared) ->
                refused(503, new ProviderRefusalView(Refusal.FAILED, provider, next, shared));
        };
    }

    private Response over(Provider provider) {
        return refused(410, new ProviderRefusalView(Refusal.OVER, provider, NextPath.DEFAULT.value(), false));
    }

    private Response refused(int status, ProviderRefusalView view) {
        return NotKept.page(pages.render(status, Templates.refused(view)));
    }

    private Provider provider(String name) {
        return providers.named(name).orElseThrow(ProblemException::notFound);
    }

    private String language() {
        return reader.locale().getLanguage();
    }
}
