package io.capitune.auth.admission;

import java.util.Map;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import io.capitune.platform.error.ProblemException;

/** What API clients that keep the browser's cookie are told. */
public final class AdmittedResponses {

    private AdmittedResponses() {}

    /**
     * 200 with the path to go on to and the session's cookie; 202 with the page of the second step and the cookie of what waits
     * for it, where the account wants one ({@code POST /api/auth/signin/second} takes it).
     *
     * @throws ProblemException 403 {@code ACCOUNT_SUSPENDED} or {@code ACCOUNT_CLOSED}, 409 {@code ADDRESS_MOVED}, 410 {@code SIGNIN_EXPIRED}
     */
    public static Response json(Admitted admitted) {
        return switch (admitted) {
            case Admitted.In in ->
                Response.ok(Map.of("next", in.next()))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .cookie(in.toKeep())
                        .build();
            case Admitted.SecondStep step ->
                Response.accepted(Map.of("next", step.path(), "status", "second-factor-required"))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .cookie(step.pending())
                        .build();
            case Admitted.Suspended(var suspension) ->
                throw new ProblemException(
                        403, "ACCOUNT_SUSPENDED", "This account is suspended: " + suspension.reason());
            case Admitted.Closed() ->
                throw new ProblemException(403, "ACCOUNT_CLOSED", "This account is being deleted.");
            case Admitted.Moved() ->
                throw new ProblemException(
                        409, "ADDRESS_MOVED", "The account of this address has another one since a few days.");
            case Admitted.Spent() ->
                throw new ProblemException(410, "SIGNIN_EXPIRED", "No sign-in waits here; ask for another mail.");
        };
    }
}
