package io.capitune.platform.error;

import jakarta.ws.rs.core.Response;

/** Titles and codes of the HTTP statuses that carry no code of their own. */
final class Statuses {

    private Statuses() {}

    static String title(int status) {
        return switch (status) {
            case 422 -> "Unprocessable Content";
            default -> {
                var known = Response.Status.fromStatusCode(status);
                yield known == null ? "Error" : known.getReasonPhrase();
            }
        };
    }

    static String code(int status) {
        return switch (status) {
            case 400 -> "MALFORMED";
            case 401 -> "UNAUTHENTICATED";
            case 403 -> "FORBIDDEN";
            case 404 -> "NOT_FOUND";
            case 405 -> "METHOD_NOT_ALLOWED";
            case 406 -> "NOT_ACCEPTABLE";
            case 413 -> "TOO_LARGE";
            case 415 -> "UNSUPPORTED_MEDIA_TYPE";
            case 503 -> "UNAVAILABLE";
            default -> status >= 500 ? "INTERNAL" : "REFUSED";
        };
    }

    static String detail(int status) {
        return switch (status) {
            case 400 -> "The request could not be read.";
            case 401 -> "Sign in first.";
            case 403 -> "This is not allowed.";
            case 404 -> "There is nothing here.";
            case 405 -> "This address does not take that method.";
            case 406 -> "This address cannot answer in that format.";
            case 413 -> "The request is too large.";
            case 415 -> "This address does not take that content type.";
            case 503 -> "A part of the service is away; try again in a moment.";
            default -> status >= 500 ? "Something went wrong on our side." : "The request was refused.";
        };
    }
}
