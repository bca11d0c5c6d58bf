package io.capitune.worker;

import io.capitune.platform.testing.matrix.RightsMatrix;
import org.junit.jupiter.api.Test;

/** The table, {@code src/test/resources/matrix.txt}, is empty: nobody asks a worker for anything but its health. */
class MatrixTest {

    @Test
    void workerAnswersNobody() {
        RightsMatrix.ofThisModule().assertComplete();
    }
}
