package io.capitune.cvjob.list;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.capitune.cvjob.status.CvJobView;
import org.jspecify.annotations.Nullable;

/**
 * A job in a list.
 *
 * @param job where it stands; its members stand beside the others
 * @param title the target job, or the person's own
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record CvJobItem(
        @JsonUnwrapped CvJobView job, @Nullable String title, String language, String template) {}
