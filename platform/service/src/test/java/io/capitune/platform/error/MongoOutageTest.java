package io.capitune.platform.error;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoQueryException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;
import com.mongodb.connection.ClusterId;
import com.mongodb.connection.ServerId;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MongoOutageTest {

    private static BsonDocument answer(int code) {
        return new BsonDocument("code", new BsonInt32(code)).append("errmsg", new BsonString("words"));
    }

    @ParameterizedTest
    @ValueSource(ints = {91, 11600})
    void serverThatIsToldToStopIsAway(int code) {
        assertThat(MongoOutage.tells(new MongoCommandException(answer(code), new ServerAddress())))
                .isTrue();
        assertThat(MongoOutage.tells(new MongoQueryException(answer(code), new ServerAddress())))
                .isTrue();
    }

    @Test
    void serverThatIsNotFoundIsAway() {
        assertThat(MongoOutage.tells(new MongoTimeoutException("none"))).isTrue();
    }

    @Test
    void connectionThatWasWaitedForWhenTheServerWentIsAnOutage() {
        var server = new ServerId(new ClusterId(), new ServerAddress());

        assertThat(MongoOutage.tells(new MongoConnectionPoolClearedException(server, null)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TransientTransactionError", "UnknownTransactionCommitResult"})
    void transactionThatTheDriverBeganAnewInVainMaySucceedLater(String label) {
        var conflict = new MongoCommandException(answer(112), new ServerAddress());
        conflict.addLabel(label);

        assertThat(MongoOutage.tells(conflict)).isTrue();
    }

    @Test
    void refusedCommandIsNoOutage() {
        assertThat(MongoOutage.tells(new MongoCommandException(answer(121), new ServerAddress())))
                .isFalse();
    }
}
