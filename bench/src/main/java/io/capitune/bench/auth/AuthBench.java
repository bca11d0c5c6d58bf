package io.capitune.bench.auth;

import io.capitune.bench.target.Stand;

/** The gateway's question, as often as one core can answer it; and whether an answer's time tells that an address is known. */
public final class AuthBench {

    private AuthBench() {}

    /** Reports both. */
    public static void run(Stand stand) throws Exception {
        CheckRate.run(stand);
        Enumeration.run(stand);
    }
}
