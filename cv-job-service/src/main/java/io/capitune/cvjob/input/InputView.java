package io.capitune.cvjob.input;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.capitune.cv.job.CvJob;
import org.jspecify.annotations.Nullable;

/** What was submitted, in the form of a submission: it can be corrected and sent again as it is. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InputView(
        @Nullable JsonNode resume,
        @Nullable String text,
        @Nullable String targetJob,
        @Nullable String jobOffer,
        String language,
        String template,
        String pageSize) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What a job was made from. */
    public static InputView of(CvJob job) {
        var input = job.input();
        return new InputView(
                input.resume() == null ? null : tree(input.resume()),
                input.text(),
                input.targetJob(),
                input.jobOffer(),
                input.language(),
                input.template(),
                input.pageSize());
    }

    /** The same as a new submission. */
    public CvJobRequest toRequest() {
        return new CvJobRequest(resume, text, targetJob, jobOffer, language, template, pageSize);
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored résumé is JSON", e);
        }
    }
}
