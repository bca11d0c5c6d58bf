package io.capitune.auth.admin.page;

import java.util.LinkedHashMap;
import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.capitune.auth.admin.AdminsOnly;
import io.capitune.auth.admin.UserDirectory;
import io.capitune.auth.admin.UserFilter;
import io.capitune.auth.admin.UserView;
import io.capitune.platform.page.Pages;
import io.capitune.platform.web.SeeOther;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.jspecify.annotations.Nullable;

/** The accounts: searched, filtered, the newest first. */
@Path("/admin")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@AdminsOnly
public class UsersPage {

    private static final String PATH = "/admin/users";

    private final UserDirectory directory;
    private final Pages pages;

    UsersPage(UserDirectory directory, Pages pages) {
        this.directory = directory;
        this.pages = pages;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance list(UsersView view);
    }

    /**
     * What the page shows.
     *
     * @param next address of the next part; null at the end
     * @param later whether this is not the first part
     * @param first address of the first part
     * @param deleted whether one was just deleted
     */
    public record UsersView(
            UserFilter filter,
            List<UserView> users,
            @Nullable String next,
            boolean later,
            String first,
            boolean deleted) {}

    /** The section begins with its accounts. */
    @GET
    public Response begin() {
        return SeeOther.to(PATH).build();
    }

    @GET
    @Path("users")
    public Response page(
            @QueryParam("q") @Nullable String q,
            @QueryParam("role") @Nullable String role,
            @QueryParam("state") @Nullable String state,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("done") @Nullable String done) {
        var filter = UserFilter.of(q, role, state);
        var part = directory.find(filter, cursor, null);
        var next = part.next();
        return pages.render(Templates.list(new UsersView(
                filter,
                part.items(),
                next == null ? null : address(filter, next),
                cursor != null,
                address(filter, ""),
                "deleted".equals(done))));
    }

    private static String address(UserFilter filter, String cursor) {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("q", filter.q());
        parameters.put("role", filter.role());
        parameters.put("state", filter.state());
        parameters.put("cursor", cursor);
        return QueryText.of(PATH, parameters);
    }
}
