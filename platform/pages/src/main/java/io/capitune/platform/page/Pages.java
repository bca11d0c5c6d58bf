package io.capitune.platform.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.TemplateInstance;

/** Draws templates in the reader's language and says how long the result may be kept. */
@ApplicationScoped
public class Pages {

    private static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("utf-8");

    private final PageContext page;

    Pages(PageContext page) {
        this.page = page;
    }

    /** The page or fragment, as 200. */
    public Response render(TemplateInstance template) {
        return render(Response.Status.OK.getStatusCode(), template);
    }

    /** The page or fragment, with another status: 422 for a form to be corrected. Nobody else may keep a person's page. */
    public Response render(int status, TemplateInstance template) {
        return Response.status(status)
                .type(HTML)
                .header(HttpHeaders.CACHE_CONTROL, page.signedIn() ? "private, no-store" : "private, no-cache")
                .header(HttpHeaders.CONTENT_LANGUAGE, page.lang())
                .entity(text(template))
                .build();
    }

    /** The drawn text alone. */
    public String text(TemplateInstance template) {
        return template.setLocale(page.locale()).render();
    }

    /** A message bundle in the reader's language, for words that Java puts together. */
    public <T> T messages(Class<T> bundle) {
        return Bundles.in(page.locale(), bundle);
    }
}
