package io.capitune.portal;

import io.capitune.platform.testing.WithTokens;
import io.capitune.platform.testing.matrix.Call;
import io.capitune.platform.testing.matrix.Caller;
import io.capitune.platform.testing.matrix.Endpoint;
import io.capitune.platform.testing.matrix.MatrixContract;
import io.capitune.platform.testing.matrix.Owner;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTokens
class MatrixTest extends MatrixContract {

    @Override
    public Call call(Endpoint endpoint, Owner owner, Caller caller) {
        return owner == Owner.NOBODYS ? endpoint.callOn("503") : endpoint.emptyCall();
    }
}
