package io.capitune.auth.password;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;

/** Work that waits, in a line for each for whom it is done. Lines have their turns, so that a long one holds nobody up but itself. */
final class Turns {

    private final Map<String, Queue<Runnable>> lines = new LinkedHashMap<>();
    private final int longest;
    private final int most;
    private int waiting;

    /**
     * No work yet.
     *
     * @param longest how many may wait in one line
     * @param most how many may wait in all of them
     */
    Turns(int longest, int most) {
        this.longest = longest;
        this.most = most;
    }

    /** Adds work at the end of a line; false where that is, or all together are, as long as may be. */
    synchronized boolean add(String line, Runnable work) {
        var before = lines.get(line);
        if (waiting == most || before != null && before.size() == longest) {
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
