package io.capitune.platform.page;

import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.platform.error.ErrorPage;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The error page: what happened, what is safe, what to do; in the reader's language. */
@ApplicationScoped
class HtmlErrorPage implements ErrorPage {

    private static final Set<Integer> KNOWN =
            Set.of(400, 401, 403, 404, 405, 409, 410, 413, 415, 422, 429, 500, 502, 503, 504);

    private final Pages pages;

    HtmlErrorPage(Pages pages) {
        this.pages = pages;
    }

    @CheckedTemplate(requireTypeSafeExpressions = false)
    static class Templates {
        static native TemplateInstance error(int status, String code, String titleKey, String whyKey, String todoKey);
    }

    @Override
    public String html(int status, String code, String detail) {
        var words = words(status);
        return pages.text(Templates.error(status, code, "title" + words, "why" + words, "todo" + words));
    }

    /** The status whose words fit best. */
    private static int words(int status) {
        if (KNOWN.contains(status)) {
            return status;
        }
        return status >= 500 ? 500 : 400;
    }
}
