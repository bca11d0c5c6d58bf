package io.capitune.platform.error;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.mongodb.MongoException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What each exception becomes on the wire. Nothing of its own words leaves, but those of {@link ProblemException}. */
class ErrorMapping {

    private static final Logger LOG = Logger.getLogger(ErrorMapping.class);

    private final ErrorResponses responses;

    ErrorMapping(ErrorResponses responses) {
        this.responses = responses;
    }

    @ServerExceptionMapper
    Response problem(ProblemException problem, UriInfo uri) {
        if (problem.status() == 503 && problem.getCause() == null) {
            // Refused by ourselves, for now: in a storm there are many, and where it was is no news.
            LOG.warnf("%s: %s", problem.code(), problem.getMessage());
        } else if (problem.status() >= 500) {
            LOG.errorf(problem, "%s: %s", problem.code(), problem.getMessage());
        }
        return responses.of(problem, uri.getPath());
    }

    @ServerExceptionMapper
    Response http(WebApplicationException exception, UriInfo uri) {
        if (exception.getCause() instanceof JsonProcessingException json) {
            return json(json, uri);
        }
        var original = exception.getResponse();
        if (original.getStatus() < 400) {
            return original;
        }
        return responses.of(original.getStatus(), uri.getPath());
    }

    @ServerExceptionMapper({JsonProcessingException.class, MismatchedInputException.class})
    Response json(JsonProcessingException exception, UriInfo uri) {
        if (exception instanceof UnrecognizedPropertyException unknown) {
            var problem = ProblemException.validation(java.util.List.of())
                    .error(pointer(unknown), "This field is not known.");
            return responses.of(problem, uri.getPath());
        }
        if (exception instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            var problem = ProblemException.validation(java.util.List.of())
                    .error(pointer(mapping), "This value has the wrong type.");
            return responses.of(problem, uri.getPath());
        }
        return responses.of(
                new ProblemException(400, "MALFORMED", "The body is not the JSON that is expected here."),
                uri.getPath());
    }

    @ServerExceptionMapper
    Response unauthorized(UnauthorizedException exception, UriInfo uri) {
        return responses.of(401, uri.getPath());
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException exception, UriInfo uri) {
        return responses.of(403, uri.getPath());
    }

    @ServerExceptionMapper
    Response mongo(MongoException exception, UriInfo uri) {
        var away = MongoOutage.tells(exception);
        LOG.errorf(exception, "MongoDB: %s", away ? "away" : "error");
        return responses.of(away ? 503 : 500, uri.getPath());
    }

    @ServerExceptionMapper
    Response unexpected(Throwable exception, UriInfo uri) {
        LOG.error("Unexpected error", exception);
        return responses.of(500, uri.getPath());
    }

    private static String pointer(JsonMappingException exception) {
        var pointer = new StringBuilder();
        for (var step : exception.getPath()) {
            pointer.append('/').append(step.getFieldName() == null ? step.getIndex() : step.getFieldName());
        }
        return pointer.toString();
    }
}
