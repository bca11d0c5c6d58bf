package io.capitune.e2e.system;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Two more processes of auth-service beside the shared system's own, called without the gateway. What a network may do is little
 * there, so that tests reach it. All tests share them.
 */
public final class AuthReplicas {

    /** How often each thing that is limited by network may be done from one. */
    public static final int PER_SOURCE = 12;

    /** Longer than it takes to ask a dozen times at once. */
    public static final Duration FIRST_WAIT = Duration.ofSeconds(10);

    /** How many codes may be tried at all sign-ins of one address within a day. */
    public static final int CODES_PER_DAY = 12;

    /** How many codes may be tried from one network within a day. */
    public static final int CODES_PER_SOURCE = 30;

    /** How many right passwords give an account its free tries back. */
    public static final int RIGHT_PER_ACCOUNT = 30;

    /** How many new passwords are judged for one account. */
    public static final int JUDGED_PER_ACCOUNT = 12;

    /** How many browsers, and how many programs, may have a session of one account; more than any test needs that tries another limit. */
    public static final int SESSIONS = 20;

    /** How many devices of one account are known; more than any test needs that tries another limit. */
    public static final int DEVICES = 15;

    static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("CAPITUNE_AUTH_SIGN_IN_MAILS_PER_SOURCE", Integer.toString(PER_SOURCE)),
            Map.entry("CAPITUNE_AUTH_SIGN_IN_CODE_TRIES_PER_DAY", Integer.toString(CODES_PER_DAY)),
            Map.entry("CAPITUNE_AUTH_SIGN_IN_CODE_TRIES_PER_SOURCE", Integer.toString(CODES_PER_SOURCE)),
            Map.entry("CAPITUNE_AUTH_PASSWORD_TRIES_PER_SOURCE", Integer.toString(PER_SOURCE)),
            Map.entry("CAPITUNE_AUTH_PASSWORD_FIRST_WAIT", FIRST_WAIT.toSeconds() + "s"),
            Map.entry("CAPITUNE_AUTH_PASSWORD_REGISTRATIONS_PER_SOURCE", Integer.toString(PER_SOURCE)),
            Map.entry("CAPITUNE_AUTH_PASSKEY_CHALLENGES_PER_SOURCE", Integer.toString(PER_SOURCE)),
            Map.entry("CAPITUNE_AUTH_SECOND_FACTOR_TRIES_PER_SOURCE", Integer.toString(PER_SOURCE)),
            Map.entry("CAPITUNE_AUTH_TOKEN_FAILURES_PER_SOURCE", Integer.toString(PER_SOURCE)),
            Map.entry("CAPITUNE_AUTH_PROVIDER_STARTS_PER_SOURCE", Integer.toString(PER_SOURCE)),
            Map.entry("CAPITUNE_AUTH_PASSWORD_RIGHT_TRIES_PER_ACCOUNT", Integer.toString(RIGHT_PER_ACCOUNT)),
            Map.entry("CAPITUNE_AUTH_PASSWORD_JUDGED_PER_ACCOUNT", Integer.toString(JUDGED_PER_ACCOUNT)),
            Map.entry("CAPITUNE_AUTH_SESSION_MOST", Integer.toString(SESSIONS)),
            Map.entry("CAPITUNE_AUTH_DEVICE_MOST", Integer.toString(DEVICES)));

    private static final AtomicInteger NETWORKS = new AtomicInteger();

    private static AuthReplicas shared;

    private final List<Replica> replicas;
    private final AtomicInteger turns = new AtomicInteger();

    private AuthReplicas(List<Replica> replicas) {
        this.replicas = replicas;
    }

    /** The two; the first call starts them. */
    public static synchronized AuthReplicas get() {
        if (shared == null) {
            shared = new AuthReplicas(
                    Crowd.atOnce(2, i -> Replica.start(CapituneSystem.get(), "auth-service", i + 1, SETTINGS)));
        }
        return shared;
    }

    /** Stops them; nothing happens where they do not run. */
    public static synchronized void stop() {
        if (shared != null) {
            shared.replicas.forEach(Replica::stop);
            shared = null;
        }
    }

    /** Somebody before the first of them, in a network of their own. */
    public Visitor first() {
        return visitor(replicas.getFirst()::at);
    }

    /** Somebody before the second. */
    public Visitor second() {
        return visitor(replicas.getLast()::at);
    }

    /** Somebody before the one or the other, by an even or an odd number. */
    public Visitor at(int number) {
        return number % 2 == 0 ? first() : second();
    }

    /** Somebody whose requests go to one and the other by turns. */
    public Visitor byTurns() {
        return visitor(path -> replicas.get(Math.floorMod(turns.getAndIncrement(), replicas.size()))
                .at(path));
    }

    /** Somebody whose requests carry the token of their session to one and the other by turns. */
    public Visitor bearing(Candidate person) {
        var check = first().plant("session", person.cookie("session")).get("/internal/session");
        return byTurns().with("Authorization", check.header("Authorization"));
    }

    private static Visitor visitor(Function<String, URI> places) {
        var number = NETWORKS.incrementAndGet();
        return new Visitor(places).with("X-Forwarded-For", "198.18.%d.%d".formatted(number / 250, number % 250));
    }
}
