package io.capitune.auth.admin.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.capitune.auth.admin.Act;
import io.capitune.auth.admin.AdminsOnly;
import io.capitune.auth.admin.AuditFilter;
import io.capitune.auth.admin.AuditReading;
import io.capitune.auth.admin.AuditView;
import io.capitune.auth.audit.OperatorAct;
import io.capitune.platform.page.Pages;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.jspecify.annotations.Nullable;

/** The audit log: searched, the latest first. */
@Path("/admin/audit")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@AdminsOnly
public class AuditPage {

    private static final String PATH = "/admin/audit";

    private final AuditReading reading;
    private final Pages pages;

    AuditPage(AuditReading reading, Pages pages) {
        this.reading = reading;
        this.pages = pages;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(AuditPageView view);
    }

    /**
     * What the page shows.
     *
     * @param acts names of the acts that can be looked for
     * @param next address of the next part; null at the end
     * @param later whether this is not the first part
     * @param first address of the first part
     */
    public record AuditPageView(
            AuditFilter filter,
            List<String> acts,
            List<AuditView> entries,
            @Nullable String next,
            boolean later,
            String first) {}

    @GET
    public Response page(
            @QueryParam("actor") @Nullable String actor,
            @QueryParam("subject") @Nullable String subject,
            @QueryParam("act") @Nullable String act,
            @QueryParam("source") @Nullable String source,
            @QueryParam("reason") @Nullable String reason,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("cursor") @Nullable String cursor) {
        var filter = AuditFilter.of(actor, subject, act, source, reason, from, to);
        var part = reading.find(filter, cursor, null);
        var next = part.next();
        return pages.render(Templates.list(new AuditPageView(
                filter,
                Stream.of(Act.names(), OperatorAct.names())
                        .flatMap(List::stream)
                        .toList(),
                part.items(),
                next == null ? null : address(filter, next),
                cursor != null,
                address(filter, ""))));
    }

    private static String address(AuditFilter filter, String cursor) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("actor", filter.actor());
        parameters.put("subject", filter.subject());
        parameters.put("act", filter.act());
        parameters.put("source", filter.source());
        parameters.put("reason", filter.reason());
        parameters.put("from", filter.from());
        parameters.put("to", filter.to());
        parameters.put("cursor", cursor);
        return QueryText.of(PATH, parameters);
    }
}
