package io.capitune.cvjob.page;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.capitune.cvjob.Caller;
import io.capitune.cvjob.CvJobConfig;
import io.capitune.cvjob.OwnCvJobs;
import io.capitune.cvjob.list.CvJobList;
import io.capitune.cvjob.quota.Usage;
import io.capitune.cvjob.status.CvJobViews;
import io.capitune.platform.page.Pages;
import io.capitune.platform.security.CurrentUser;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.jspecify.annotations.Nullable;

/** The person's CVs, newest first. */
@Path("/cv")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class MyCvsPage {

    private static final int ROWS = 20;

    private final CvJobList list;
    private final OwnCvJobs jobs;
    private final CvJobViews views;
    private final CvTitles titles;
    private final Usage usage;
    private final Months months;
    private final CvJobConfig config;
    private final CurrentUser user;
    private final Pages pages;

    MyCvsPage(
            CvJobList list,
            OwnCvJobs jobs,
            CvJobViews views,
            CvTitles titles,
            Usage usage,
            Months months,
            CvJobConfig config,
            CurrentUser user,
            Pages pages) {
        this.list = list;
        this.jobs = jobs;
        this.views = views;
        this.titles = titles;
        this.usage = usage;
        this.months = months;
        this.config = config;
        this.user = user;
        this.pages = pages;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(MyCvsView view);

        static native TemplateInstance row(RowView row);
    }

    /**
     * What the page shows.
     *
     * @param next cursor of the next part, or null
     * @param later whether this is not the first part
     * @param gone whether one was just removed
     */
    public record MyCvsView(
            List<RowView> rows, @Nullable String next, boolean later, boolean gone, boolean model, QuotaView quota) {}

    /** The page; {@code cursor} asks for a further part. */
    @GET
    public Response page(@QueryParam("cursor") @Nullable String cursor, @QueryParam("gone") @Nullable String gone) {
        var caller = Caller.of(user);
        var part = list.page(caller, cursor, ROWS);
        var rows = part.items().stream()
                .map(item -> RowView.of(item.job(), titles.orWord(item.title()), item.language(), item.template()))
                .toList();
        var quota = QuotaView.of(usage.of(caller.id()), months);
        return pages.render(Templates.list(
                new MyCvsView(rows, part.next(), cursor != null, gone != null, config.modelConfigured(), quota)));
    }

    /** One row, asked for while its CV is on its way. */
    @GET
    @Path("{id}/row")
    public Response row(@PathParam("id") String id) {
        var caller = Caller.of(user);
        var job = jobs.get(caller, id);
        var view = views.of(job, caller.language());
        return pages.render(Templates.row(RowView.of(
                view, titles.of(job), job.input().language(), job.input().template())));
    }
}
