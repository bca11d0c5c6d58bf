package io.capitune.bench.print;

import java.util.function.Supplier;

/**
 * One of those that are compared.
 *
 * @param perTurn prints in a row until it is the next one's turn; fewer for those that take long
 * @param clients how many print at the same time where the rate is measured
 * @param presses makes what one client prints with
 */
record Contender(String name, int perTurn, int clients, Supplier<Press> presses) {

    /** Of those that print in about 20 ms. */
    static final int FAST_TURN = 20;

    /** Of those that print in more than 100 ms. */
    static final int SLOW_TURN = 4;
}
