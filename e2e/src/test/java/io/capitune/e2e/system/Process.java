package io.capitune.e2e.system;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** One process of the system, as {@code status --json} tells of it. */
public record Process(String name, int port, long pid, boolean ready) {

    /** Ends it at once, as a crash would. */
    public void kill() {
        signal("KILL");
    }

    /** Freezes it: it answers nothing and its connections stay open. */
    public void freeze() {
        signal("STOP");
    }

    public void thaw() {
        signal("CONT");
    }

    public void signal(String signal) {
        if (pid <= 0) {
            throw new AssertionError("no process at the moment: " + this);
        }
        try {
            var kill = new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
                    .inheritIO()
                    .start();
            if (!kill.waitFor(5, TimeUnit.SECONDS) || kill.exitValue() != 0) {
                throw new AssertionError("could not send " + signal + " to " + this);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
