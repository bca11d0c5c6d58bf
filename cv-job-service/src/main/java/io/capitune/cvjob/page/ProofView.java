package io.capitune.cvjob.page;

import java.util.List;

/**
 * What a reader finds in the finished PDF.
 *
 * @param text the whole text as read back
 */
public record ProofView(List<Row> rows, String text) {

    /**
     * A line of the table.
     *
     * @param complete whether all of it was found
     * @param count how much of it, in words
     */
    public record Row(String name, boolean complete, String read, String count) {}
}
