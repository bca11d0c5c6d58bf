package io.capitune.cvjob.list;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list, newest first.
 *
 * @param next cursor of the next part; null at the end
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record CvJobPage(List<CvJobItem> items, @Nullable String next) {

    public CvJobPage {
        items = List.copyOf(items);
    }
}
