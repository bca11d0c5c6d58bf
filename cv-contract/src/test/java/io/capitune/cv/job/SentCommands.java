package io.capitune.cv.job;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import org.bson.BsonDocument;

/** Keeps the commands on {@code cv_jobs} that the driver really sends while a test asks for it; Quarkus tells it of each. */
@ApplicationScoped
class SentCommands implements CommandListener {

    private static final Set<String> KINDS = Set.of("findAndModify", "aggregate", "find", "update", "delete");

    /** Fields that belong to the connection, and that an explained command may not have. */
    private static final Set<String> OF_THE_CONNECTION =
            Set.of("lsid", "txnNumber", "writeConcern", "readConcern", "autocommit", "startTransaction");

    private final List<BsonDocument> sent = new CopyOnWriteArrayList<>();
    private volatile boolean listening;

    @Override
    public void commandStarted(CommandStartedEvent event) {
        if (!listening || !KINDS.contains(event.getCommandName())) {
            return;
        }
        var command = new BsonDocument();
        event.getCommand().clone().forEach((name, value) -> {
            if (!name.startsWith("$") && !OF_THE_CONNECTION.contains(name)) {
                command.append(name, value);
            }
        });
        if (CvJobs.COLLECTION.equals(command.getString(event.getCommandName()).getValue())) {
            sent.add(command);
        }
    }

    /** What is sent while {@code work} runs, ready to be explained. */
    List<BsonDocument> during(Runnable work) {
        sent.clear();
        listening = true;
        try {
            work.run();
        } finally {
            listening = false;
        }
        return List.copyOf(sent);
    }
}
