package io.capitune.cv.resume;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The kind of career, which decides what a CV shows first. */
public enum ResumeProfile {
    @JsonProperty("standard")
    STANDARD,
    @JsonProperty("student")
    STUDENT,
    @JsonProperty("career-change")
    CAREER_CHANGE,
    @JsonProperty("academic")
    ACADEMIC
}
