package io.capitune.e2e.crash;

import io.capitune.e2e.system.CapituneSystem;
import io.capitune.e2e.system.Process;

/** The supervisor, which starts again what ends; frozen for as long as any fault wants something to stay away. */
final class Supervisor {

    private final Process process;
    private int frozen;

    Supervisor(CapituneSystem system) {
        process = new Process("supervisor", 0, system.status().get("supervisor").asLong(), true);
    }

    long pid() {
        return process.pid();
    }

    synchronized void freeze() {
        if (frozen++ == 0) {
            process.freeze();
        }
    }

    synchronized void thaw() {
        if (frozen > 0 && --frozen == 0) {
            process.thaw();
        }
    }

    synchronized void thawAll() {
        if (frozen > 0) {
            frozen = 0;
            process.thaw();
        }
    }
}
