package io.capitune.platform.error;

import java.util.List;
import java.util.Set;

import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;

/** Tells a MongoDB that is away, or on its way there, from one that refuses what it is asked. */
final class MongoOutage {

    /**
     * What a server says that stops or gives up its place, where the driver has no exception of its own for it: the classes
     * ShutdownError and NotPrimaryError of MongoDB's
     * <a href="https://github.com/mongodb/mongo/blob/master/src/mongo/base/error_codes.yml">error codes</a>.
     */
    private static final Set<Integer> LEAVING = Set.of(91, 189, 10058, 10107, 11600, 11602, 13435, 13436);

    /** By which the server says that a transaction may succeed if it is begun anew, where the driver has done so in vain. */
    private static final List<String> AGAIN = List.of(
            MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL, MongoException.UNKNOWN_TRANSACTION_COMMIT_RESULT_LABEL);

    private MongoOutage() {}

    /** Whether the same request may succeed once MongoDB is back. */
    static boolean tells(MongoException exception) {
        return exception instanceof MongoTimeoutException
                || exception instanceof MongoSocketException
                || exception instanceof MongoNotPrimaryException
                || exception instanceof MongoNodeIsRecoveringException
                || exception instanceof MongoInterruptedException
                || exception instanceof MongoConnectionPoolClearedException
                || exception instanceof MongoServerUnavailableException
                || LEAVING.contains(exception.getCode())
                || AGAIN.stream().anyMatch(exception::hasErrorLabel);
    }
}
