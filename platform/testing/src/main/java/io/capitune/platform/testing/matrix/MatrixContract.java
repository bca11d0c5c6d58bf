package io.capitune.platform.testing.matrix;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import io.capitune.platform.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every service's {@code MatrixTest} checks: that each endpoint answers each role as {@code src/test/resources/matrix.txt} says. Callers
 * come with tokens of {@link TestTokens}; who needs more says so in {@link #caller} and {@link #call}.
 */
public abstract class MatrixContract implements Fixtures {

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
        var id = "user-" + UUID.randomUUID();
        return switch (role) {
            case VISITOR -> Caller.visitor(id);
            case CANDIDATE, PROFESSIONAL, ADMIN ->
                Caller.bearer(id, TestTokens.user(id, role.name().toLowerCase(Locale.ROOT)));
            case SERVICE -> Caller.bearer(id, TestTokens.service("auth-service"));
            case OPERATOR -> Caller.bearer(id, TestTokens.service("operator"));
        };
    }
}
