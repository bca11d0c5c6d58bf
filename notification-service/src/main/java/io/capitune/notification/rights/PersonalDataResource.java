package io.capitune.notification.rights;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.capitune.platform.personal.PersonalDataAnswers;
import io.capitune.platform.personal.Share;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.jspecify.annotations.Nullable;

/** What auth-service asks for when somebody wants their data or the end of their account; see {@link PersonalDataAnswers}. */
@Path("/internal/personal-data/{accountId}")
@RunOnVirtualThread
public class PersonalDataResource {

    private final PersonalDataAnswers answers;

    PersonalDataResource(PersonalDataAnswers answers) {
        this.answers = answers;
    }

    @GET
    @Produces(PersonalDataAnswers.ZIP)
    public Response export(@PathParam("accountId") String accountId) {
        return answers.export(accountId);
    }

    @GET
    @Path("/preview")
    @Produces(MediaType.APPLICATION_JSON)
    public Share preview(@PathParam("accountId") String accountId, @QueryParam("locale") @Nullable String locale) {
        return answers.preview(accountId, locale);
    }

    @DELETE
    public void erase(@PathParam("accountId") String accountId) {
        answers.erase(accountId);
    }
}
