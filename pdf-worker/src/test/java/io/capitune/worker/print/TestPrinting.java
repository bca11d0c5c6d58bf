package io.capitune.worker.print;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import io.quarkus.runtime.configuration.MemorySize;

/** Settings of a printer that a test has to itself. */
record TestPrinting(Optional<Path> chromium, int lanes, Duration timeout, int recycleAfter, MemorySize recycleMemory)
        implements PrintConfig {

    /** One lane that is never worn out. */
    static TestPrinting oneLane() {
        var chromium = Optional.ofNullable(System.getenv("CAPITUNE_CHROMIUM")).map(Path::of);
        return new TestPrinting(chromium, 1, Duration.ofSeconds(5), Integer.MAX_VALUE, megabytes(10_000));
    }

    TestPrinting recycledAfter(int prints) {
        return new TestPrinting(chromium, lanes, timeout, prints, recycleMemory);
    }

    TestPrinting recycledBeyond(long megabytes) {
        return new TestPrinting(chromium, lanes, timeout, recycleAfter, megabytes(megabytes));
    }

    TestPrinting with(Path otherChromium) {
        return new TestPrinting(Optional.of(otherChromium), lanes, timeout, recycleAfter, recycleMemory);
    }

    private static MemorySize megabytes(long count) {
        return new MemorySize(BigInteger.valueOf(count << 20));
    }
}
