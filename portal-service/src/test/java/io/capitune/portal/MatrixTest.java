package io.capitune.portal;

import io.capitune.platform.testing.WithTokens;
import io.capitune.platform.testing.matrix.MatrixContract;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTokens
class MatrixTest extends MatrixContract {}
