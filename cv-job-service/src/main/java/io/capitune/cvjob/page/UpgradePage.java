package io.capitune.cvjob.page;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.capitune.cvjob.CvJobConfig;
import io.capitune.cvjob.quota.Usage;
import io.capitune.platform.page.Pages;
import io.capitune.platform.security.CurrentUser;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;

/** The plans, and what is left of the person's own. */
@Path("/upgrade")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class UpgradePage {

    private final Usage usage;
    private final Months months;
    private final CvJobConfig config;
    private final CurrentUser user;
    private final Pages pages;

    UpgradePage(Usage usage, Months months, CvJobConfig config, CurrentUser user, Pages pages) {
        this.usage = usage;
        this.months = months;
        this.config = config;
        this.user = user;
        this.pages = pages;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance plans(
                QuotaView quota, int free, int pro, int corrections, long keepFree, long keepPro);
    }

    /** The page. */
    @GET
    public Response page() {
        var quota = QuotaView.of(usage.of(user.id()), months);
        return pages.render(Templates.plans(
                quota,
                monthly("free"),
                monthly("pro"),
                config.corrections().perCv(),
                keptDays("free"),
                keptDays("pro")));
    }

    /** CVs a month; 0 for a plan that this installation does not have. */
    private int monthly(String plan) {
        var found = config.plans().get(plan);
        return found == null ? 0 : found.monthly();
    }

    /** Days for which PDFs are kept; 0 for without limit. */
    private long keptDays(String plan) {
        var found = config.plans().get(plan);
        return found == null ? 0 : found.keepFiles().toDays();
    }
}
