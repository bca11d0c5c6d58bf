package io.capitune.platform.error;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Turns an error into the response that its reader understands: a problem, or a page. */
@ApplicationScoped
public class ErrorResponses {

    private final Instance<ErrorPage> pages;

    ErrorResponses(Instance<ErrorPage> pages) {
        this.pages = pages;
    }

    /** The answer to a request for {@code path} that ends in {@code problem}. */
    public Response of(ProblemException problem, String path) {
        var body = problem.toProblem();
        var response = isApi(path) || pages.isUnsatisfied()
                ? Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(body)
                : Response.status(problem.status())
                        .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                        .entity(pages.get().html(problem.status(), problem.code(), body.detail()));
        problem.headers().forEach(response::header);
        return response.header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    /** The answer for a status without a code of its own. */
    public Response of(int status, String path) {
        return of(new ProblemException(status, Statuses.code(status), Statuses.detail(status)), path);
    }

    /** The page for a person who asked for {@code path}; empty where a program did, or where the service has no pages. */
    public Optional<String> page(int status, String path) {
        return isApi(path) || pages.isUnsatisfied()
                ? Optional.empty()
                : Optional.of(pages.get().html(status, Statuses.code(status), Statuses.detail(status)));
    }

    /** The same as JSON text, where no REST layer is at hand to write it. */
    public static String json(int status) {
        var problem = Problem.of(status, Statuses.code(status), Statuses.detail(status), List.of());
        return """
                {"type":"%s","title":"%s","status":%d,"detail":"%s","code":"%s"}""".formatted(problem.type(), problem.title(), status, problem.detail(), problem.code());
    }

    /** Whether programs, not people, read the answers of this path. */
    public static boolean isApi(String path) {
        return path.contains("/api/") || path.startsWith("/internal/") || path.startsWith("/.well-known/");
    }
}
