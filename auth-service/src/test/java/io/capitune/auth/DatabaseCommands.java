package io.capitune.auth;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import io.quarkus.arc.Unremovable;

/** The commands that MongoDB gets, by name and in order, but those that look after the signing keys whatever anybody asks. */
@Unremovable
@ApplicationScoped
public class DatabaseCommands implements CommandListener {

    /** The thread that reads the signing keys again. */
    private static final String KEYS = "signing-keys";

    private final List<String> names = new CopyOnWriteArrayList<>();

    @Override
    public void commandStarted(CommandStartedEvent event) {
        if (!Thread.currentThread().getName().equals(KEYS)) {
            names.add(event.getCommandName());
        }
    }

    /** Those that the act leads to. */
    public List<String> of(Runnable act) {
        names.clear();
        act.run();
        return List.copyOf(names);
    }
}
