package io.capitune.cv.document;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One post, degree, project or the like.
 *
 * @param title what it was: the post or the degree
 * @param organisation employer or school
 * @param contract contract type as printed ("CDI"), or null
 * @param dates the printed period ("mars 2021 – févr. 2024"), or null
 * @param lines what was done, one statement each
 */
public record Entry(
        String title,
        @Nullable String organisation,
        @Nullable String place,
        @Nullable String contract,
        @Nullable String dates,
        @Nullable String url,
        @Nullable String summary,
        List<String> lines) {

    public Entry {
        lines = List.copyOf(lines);
    }
}
