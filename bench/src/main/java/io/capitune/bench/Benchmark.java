package io.capitune.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.capitune.bench.auth.AuthBench;
import io.capitune.bench.gateway.GatewayBench;
import io.capitune.bench.gateway.ReadBench;
import io.capitune.bench.job.JobBench;
import io.capitune.bench.job.LoadBench;
import io.capitune.bench.job.ModelBench;
import io.capitune.bench.memory.IdleBench;
import io.capitune.bench.memory.SoakBench;
import io.capitune.bench.print.PrintBench;
import io.capitune.bench.queue.ClaimBench;
import io.capitune.bench.target.Stand;

/** The benchmarks, in the order in which they run. */
enum Benchmark {
    PRINT(true, "our print beside a bare warm tab, WeasyPrint, and a Gotenberg at GOTENBERG_URL", PrintBench::run),
    JOBS(true, "submit to done on an idle system; whole jobs per second with 1, 2 and 4 workers", JobBench::run),
    CLAIM(true, "a claim with 10, 1,000 and 100,000 jobs queued, and after 10,000 claims", ClaimBench::run),
    GATEWAY(true, "what the sign-in check adds to a request", GatewayBench::run),
    AUTH(false, "checks of a session by one core; what an answer's time tells of an address", AuthBench::run),
    READS(false, "pages and API reads by 50 users at once", ReadBench::run),
    LOAD(false, "submit to done while 1 to 25 jobs a second arrive", LoadBench::run),
    MODEL(false, "jobs that wait 5 s for a language model", ModelBench::run),
    SOAK(false, "[N] jobs, 10,000 unless told, across recyclings: memory, and what is left over", SoakBench::run),
    IDLE(false, "the whole system's memory, and the time until it is ready", IdleBench::run);

    /** Measures and reports. */
    private interface Run {
        void on(Stand stand) throws Exception;
    }

    private final boolean isDefault;
    private final String about;
    private final Run run;

    Benchmark(boolean isDefault, String about, Run run) {
        this.isDefault = isDefault;
        this.about = about;
        this.run = run;
    }

    static Optional<Benchmark> called(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }

    /** Those that take minutes, not a quarter of an hour, and no system of their own. */
    static List<Benchmark> byDefault() {
        return Arrays.stream(values()).filter(one -> one.isDefault).toList();
    }

    /** What it is called on the command line. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String about() {
        return about;
    }

    void run(Stand stand) throws Exception {
        run.on(stand);
    }
}
