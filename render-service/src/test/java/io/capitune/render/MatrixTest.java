package io.capitune.render;

import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.capitune.platform.testing.matrix.MatrixContract;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithMongo
@WithTokens
class MatrixTest extends MatrixContract {}
