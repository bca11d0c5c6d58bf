package io.capitune.auth.admin.page;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.capitune.auth.admin.AdminsOnly;
import io.capitune.auth.admin.AuditReading;
import io.capitune.auth.admin.AuditView;
import io.capitune.auth.admin.UserDirectory;
import io.capitune.auth.admin.UserView;
import io.capitune.platform.page.Pages;
import io.capitune.platform.security.CurrentUser;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.jspecify.annotations.Nullable;

/** One account: what it is, what can be done to it, what was done. */
@Path("/admin/users/{id}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@AdminsOnly
public class UserPage {

    private static final int ENTRIES = 5;

    private final UserDirectory directory;
    private final AuditReading audit;
    private final UserActs acts;
    private final CurrentUser caller;
    private final Pages pages;

    UserPage(UserDirectory directory, AuditReading audit, UserActs acts, CurrentUser caller, Pages pages) {
        this.directory = directory;
        this.audit = audit;
        this.acts = acts;
        this.caller = caller;
        this.pages = pages;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance user(UserPageView view);
    }

    /**
     * What the page shows.
     *
     * @param own whether it is the reader's own account
     * @param done what was just done, in words; null for nothing
     * @param choices what can be done
     * @param history the last things done
     */
    public record UserPageView(
            UserView user,
            boolean own,
            @Nullable String done,
            List<UserActs.Choice> choices,
            List<AuditView> history) {}

    @GET
    public Response page(@PathParam("id") String id, @QueryParam("done") @Nullable String done) {
        var user = directory.get(id);
        var own = caller.id().equals(id);
        return pages.render(Templates.user(new UserPageView(
                user,
                own,
                done == null ? null : acts.done(done),
                own ? List.of() : acts.choices(user),
                audit.about(id, ENTRIES))));
    }
}
