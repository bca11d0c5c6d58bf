package io.capitune.cvjob;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.inject.Inject;

import io.capitune.platform.testing.TestTokens;
import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.capitune.platform.testing.matrix.Call;
import io.capitune.platform.testing.matrix.Caller;
import io.capitune.platform.testing.matrix.Endpoint;
import io.capitune.platform.testing.matrix.Fixtures;
import io.capitune.platform.testing.matrix.Owner;
import io.capitune.platform.testing.matrix.RightsMatrix;
import io.capitune.platform.testing.matrix.Role;
import io.capitune.platform.testing.matrix.Row;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table is {@code src/test/resources/matrix.txt}. */
@QuarkusTest
@WithMongo
@WithTokens
class MatrixTest implements Fixtures {

    private static final RightsMatrix MATRIX = RightsMatrix.ofThisModule();

    private static final String CORRECTION = """
            {"resume":{"basics":{"name":"Léa Martin"}}}""";

    @Inject
    Worker worker;

    static List<Row> rows() {
        return MATRIX.rows();
    }

    @Test
    void everyEndpointIsInTheTable() {
        MATRIX.assertComplete();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void callersGetWhatTheTableSays(Row row) {
        MATRIX.check(row, this);
    }

    @Test
    void unknownPathsAreOpenToNobody() {
        MATRIX.checkUnknownPaths(this);
    }

    @Override
    public Caller caller(Role role) {
        var id = "user-" + UUID.randomUUID();
        return switch (role) {
            case VISITOR -> Caller.visitor(id);
            case CANDIDATE, PROFESSIONAL, ADMIN ->
                Caller.bearer(id, TestTokens.user(id, role.name().toLowerCase(Locale.ROOT)));
            case SERVICE -> Caller.bearer(id, TestTokens.service("auth-service"));
            case OPERATOR -> Caller.bearer(id, TestTokens.service("operator"));
        };
    }

    @Override
    public Call call(Endpoint endpoint, Owner owner, Caller caller) {
        var plain = switch (owner) {
            case OWN -> endpoint.callOn(finishedJob(caller.id()));
            case ANOTHER -> endpoint.callOn(finishedJob("user-" + UUID.randomUUID()));
            default -> endpoint.emptyCall();
        };
        return switch (endpoint.name()) {
            // A body that is wrong would be told before the object is looked for.
            case "POST /api/cv/jobs/{id}/corrections" -> plain.json(CORRECTION);
            case "DELETE /internal/jobs" -> Call.to(plain.path() + "?status=failed&olderThanSeconds=86400");
            default -> plain;
        };
    }

    private String finishedJob(String owner) {
        var id = new Api(owner, "fr").submitted();
        worker.finish(id);
        return id;
    }
}
