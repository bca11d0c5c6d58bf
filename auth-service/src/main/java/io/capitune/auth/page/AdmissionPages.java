package io.capitune.auth.page;

import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import io.capitune.auth.admission.Admitted;
import io.capitune.platform.page.Pages;
import io.capitune.platform.web.SeeOther;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Where a browser goes that has proved who sits before it. */
@ApplicationScoped
public class AdmissionPages {

    private final Pages pages;

    AdmissionPages(Pages pages) {
        this.pages = pages;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance suspended(String reason);

        static native TemplateInstance closed();

        static native TemplateInstance moved();
    }

    /** On to where it wanted, or a page that says why not. */
    public Response page(Admitted admitted, Supplier<Response> spent) {
        return switch (admitted) {
            case Admitted.In in -> SeeOther.to(in.next()).cookie(in.toKeep()).build();
            case Admitted.SecondStep step ->
                SeeOther.to(step.path()).cookie(step.pending()).build();
            case Admitted.Suspended(var suspension) ->
                NotKept.page(pages.render(403, Templates.suspended(suspension.reason())));
            case Admitted.Closed() -> NotKept.page(pages.render(403, Templates.closed()));
            case Admitted.Moved() -> NotKept.page(pages.render(409, Templates.moved()));
            case Admitted.Spent() -> spent.get();
        };
    }
}
