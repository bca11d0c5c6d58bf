package io.capitune.portal;

import java.util.List;
import java.util.Locale;

import io.capitune.platform.testing.TestTokens;
import io.capitune.platform.testing.WithTokens;
import io.capitune.platform.testing.matrix.Caller;
import io.capitune.platform.testing.matrix.Fixtures;
import io.capitune.platform.testing.matrix.RightsMatrix;
import io.capitune.platform.testing.matrix.Role;
import io.capitune.platform.testing.matrix.Row;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table is {@code src/test/resources/matrix.txt}. */
@QuarkusTest
@WithTokens
class MatrixTest implements Fixtures {

    private static final RightsMatrix MATRIX = RightsMatrix.ofThisModule();

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
        return switch (role) {
            case VISITOR -> Caller.visitor("visitor");
            case CANDIDATE, PROFESSIONAL, ADMIN ->
                Caller.bearer(
                        "somebody", TestTokens.user("somebody", role.name().toLowerCase(Locale.ROOT)));
            case SERVICE -> Caller.bearer("service", TestTokens.service("auth-service"));
            case OPERATOR -> Caller.bearer("operator", TestTokens.service("operator"));
        };
    }
}
