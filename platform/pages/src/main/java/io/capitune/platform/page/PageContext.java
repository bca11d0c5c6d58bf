package io.capitune.platform.page;

import java.util.Locale;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

import io.capitune.platform.PlatformConfig;
import io.capitune.platform.security.CurrentUser;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;

/** What the layout asks about the request it draws; templates know it as {@code inject:page}. */
@RequestScoped
@Named("page")
public class PageContext {

    private final CurrentUser user;
    private final CurrentVertxRequest request;
    private final PlatformConfig platform;
    private final Assets assets;

    PageContext(CurrentUser user, CurrentVertxRequest request, PlatformConfig platform, Assets assets) {
        this.user = user;
        this.request = request;
        this.platform = platform;
        this.assets = assets;
    }

    /** The reader's language, one of those we speak. */
    public Locale locale() {
        return Locale.ENGLISH.getLanguage().equals(user.locale().getLanguage()) ? Locale.ENGLISH : Locale.FRENCH;
    }

    /** {@code fr} or {@code en}. */
    public String lang() {
        return locale().getLanguage();
    }

    /** The language that the switch offers. */
    public String otherLang() {
        return "fr".equals(lang()) ? "en" : "fr";
    }

    public boolean signedIn() {
        return user.signedIn();
    }

    /** Whether the reader said at their sign-in that others use the device. */
    public boolean onSharedDevice() {
        return user.onSharedDevice();
    }

    /** Whether the reader administers the site; what they may do is decided where it is done. */
    public boolean admin() {
        return user.roles().contains("admin");
    }

    /** The path of the address, without its query. */
    public String path() {
        var context = request.getCurrent();
        return context == null ? "/" : context.normalizedPath();
    }

    /** Where to come back to: path and query of a page that was read, the front page after an error. */
    public String here() {
        var context = request.getCurrent();
        if (context == null || path().startsWith("/error/")) {
            return "/";
        }
        var query = context.request().query();
        return query == null || query.isEmpty() ? path() : path() + "?" + query;
    }

    /** By what support finds this request in the logs; empty outside of one. */
    public String requestId() {
        var context = request.getCurrent();
        var id = context == null ? null : context.response().headers().get("X-Request-Id");
        return id == null ? "" : id;
    }

    /** Whether the reader is on {@code section} or below it. */
    public boolean at(String section) {
        return path().equals(section) || path().startsWith(section + "/");
    }

    /** The address people see, without a slash at its end. */
    public String publicUrl() {
        var url = platform.publicUrl().toString();
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    /** The address of a file below {@code /assets/}, with the version that lets browsers keep it for good. */
    public String asset(String file) {
        return assets.url(file);
    }
}
