package io.capitune.e2e.crash;

import java.time.Duration;

import io.capitune.e2e.system.CapituneSystem;

/** {@code ./capitune crash}: arguments are the minutes, and the seed where one is to be repeated. */
final class Crash {

    private Crash() {}

    public static void main(String[] arguments) throws InterruptedException {
        var length = Duration.ofSeconds(Math.round(60 * Double.parseDouble(arguments[0])));
        var seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : CrashRun.newSeed();
        var outcome = CrashRun.of(seed, length);
        outcome.violations().forEach(System.out::println);
        System.out.println(outcome.summary());
        if (!outcome.violations().isEmpty()) {
            System.out.println("Once more: ./capitune crash --minutes %s --seed %d".formatted(arguments[0], seed));
            System.out.println("Logs: " + CapituneSystem.root().resolve("e2e/target/crash/logs"));
        }
        System.exit(outcome.violations().isEmpty() ? 0 : 1);
    }
}
