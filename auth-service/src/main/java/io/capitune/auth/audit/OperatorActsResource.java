package io.capitune.auth.audit;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

import io.capitune.auth.source.SourceNetwork;
import io.capitune.platform.error.FieldError;
import io.capitune.platform.error.ProblemException;
import io.capitune.platform.security.ClientAddress;
import io.capitune.platform.security.OperatorOnly;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/** Where other services write down what an operator has them do, with the operator's own token: without it, no service writes here. */
@Path("/internal/audit/entries")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@OperatorOnly
public class OperatorActsResource {

    private static final int MOST_DETAILS = 8;
    private static final String NAME = "[a-zA-Z]{1,30}";
    private static final String VALUE = "[A-Za-z0-9_.:-]{1,100}";

    private final OperatorLog log;

    OperatorActsResource(OperatorLog log) {
        this.log = log;
    }

    /**
     * What is about to be done.
     *
     * @param act such as {@code plan.changed}
     * @param subject the id of the account that it is done to; null where it is done to none
     * @param details plain words and numbers, no texts
     */
    public record Entry(
            @Nullable String act,
            @Nullable String subject,
            @Nullable Map<String, String> details) {}

    /** Writes it down; 422 for what is no act of another service, or says more than it should. */
    @POST
    public void write(@Nullable Entry entry, @Context HttpServerRequest request) {
        var act = Optional.ofNullable(entry)
                .map(Entry::act)
                .flatMap(OperatorAct::elsewhere)
                .orElseThrow(() -> invalid("/act", "This is no act that is written down here."));
        var subject = entry.subject();
        if (subject != null && !subject.matches(VALUE)) {
            throw invalid("/subject", "This is no id of an account.");
        }
        var details = entry.details() == null ? Map.<String, String>of() : entry.details();
        if (details.size() > MOST_DETAILS || !details.entrySet().stream().allMatch(OperatorActsResource::plain)) {
            throw invalid("/details", "Details are a few plain words.");
        }
        log.write(act, subject, SourceNetwork.of(ClientAddress.of(request)), details);
    }

    private static boolean plain(Map.Entry<String, String> detail) {
        return detail.getKey().matches(NAME)
                && detail.getValue() != null
                && detail.getValue().matches(VALUE);
    }

    private static ProblemException invalid(String pointer, String detail) {
        return ProblemException.validation(List.of(new FieldError(pointer, detail)));
    }
}
