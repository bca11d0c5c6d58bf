package io.capitune.auth.password;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;

/**
 * Work that waits, in a line for each for whom it is done. Lines have their turns, so that a long one holds nobody up but itself; and
 * however much waits, a line begins.
 */
final class Turns {

    /** More networks than anybody has at once, and few enough to hold. */
    private static final int MOST_LINES = 4096;

    private final Map<String, Queue<Runnable>> lines = new LinkedHashMap<>();
    private final int longest;
    private final int most;
    private int waiting;

    /**
     * No work yet.
     *
     * @param longest how many may wait in one line
     * @param most how many may wait in all of them before none gets longer
     */
    Turns(int longest, int most) {
        this.longest = longest;
        this.most = most;
    }

    /** Adds work at the end of a line; false where that is as long as may be. */
    synchronized boolean add(String line, Runnable work) {
        var before = lines.get(line);
        var full = before == null ? lines.size() == MOST_LINES : waiting >= most || before.size() == longest;
        if (full) {
            return false;
        }
        waiting++;
        return lines.computeIfAbsent(line, name -> new ArrayDeque<>()).add(work);
    }

    /** The first work of the line whose turn it is. To be asked for once for each that was added. */
    synchronized Runnable next() {
        var turn = lines.entrySet().iterator().next();
        var line = turn.getValue();
        lines.remove(turn.getKey());
        var work = line.remove();
        waiting--;
        if (!line.isEmpty()) {
            lines.put(turn.getKey(), line);
        }
        return work;
    }
}
