package io.capitune.cvjob.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.capitune.cvjob.Caller;
import io.capitune.cvjob.input.CvInputs;
import io.capitune.platform.page.Pages;
import io.capitune.platform.security.CurrentUser;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** A JSON Resume file, or its text, becomes a form that is filled in; what is wrong in it is shown at its fields. */
@Path("/generate/import")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class ImportPage {

    private final Forms forms;
    private final GenerateViews views;
    private final CvInputs inputs;
    private final CurrentUser user;
    private final Pages pages;

    ImportPage(Forms forms, GenerateViews views, CvInputs inputs, CurrentUser user, Pages pages) {
        this.forms = forms;
        this.views = views;
        this.inputs = inputs;
        this.user = user;
        this.pages = pages;
    }

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance choose(@Nullable Notice notice, String json);
    }

    /** Where the file is chosen; in browsers with script a dialog of the form does. */
    @GET
    public Response page() {
        return pages.render(Templates.choose(null, ""));
    }

    /** Reads the file, or the pasted text where there is none. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response read(@RestForm @Nullable FileUpload file, @RestForm @Nullable String json) {
        var text = file == null || file.size() == 0 ? json == null ? "" : json : text(file);
        var words = pages.messages(GenerateMessages.class);
        try {
            return filledIn(ImportedResume.read(text), words);
        } catch (ImportedResume.UnreadableException unreadable) {
            var how = text.isBlank()
                    ? words.importNothing()
                    : unreadable.line() == 0 ? words.importNoResume() : words.importNoJson(unreadable.line());
            return pages.render(
                    422, Templates.choose(Notice.error(words.importFailed(), how), json == null ? "" : json));
        }
    }

    private Response filledIn(ImportedResume imported, GenerateMessages words) {
        var caller = Caller.of(user);
        var form = forms.of(caller, imported);
        var errors = inputs.problems(caller, form.request());
        var leftOut = String.join(", ", imported.leftOut());
        var notice =
                leftOut.isEmpty() ? Notice.ok(words.imported()) : Notice.warn(words.imported(), words.leftOut(leftOut));
        var view = errors.isEmpty()
                ? views.of(caller, form, notice)
                : views.refused(
                        caller,
                        form,
                        errors,
                        Notice.error(words.importedToMend(), leftOut.isEmpty() ? "" : words.leftOut(leftOut)));
        return pages.render(GeneratePage.Templates.form(view));
    }

    private static String text(FileUpload file) {
        try {
            return new String(Files.readAllBytes(file.uploadedFile()), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
