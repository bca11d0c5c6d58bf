package io.capitune.cvjob;

import java.util.UUID;

import jakarta.inject.Inject;

import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.capitune.platform.testing.matrix.Call;
import io.capitune.platform.testing.matrix.Caller;
import io.capitune.platform.testing.matrix.Endpoint;
import io.capitune.platform.testing.matrix.MatrixContract;
import io.capitune.platform.testing.matrix.Owner;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithMongo
@WithTokens
class MatrixTest extends MatrixContract {

    private static final String CORRECTION = """
            {"resume":{"basics":{"name":"Léa Martin"}}}""";

    @Inject
    Worker worker;

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
