package io.capitune.worker.compose.story;

import java.util.List;

/** What a model found in a text. Every string is claimed to be a span of it; "" stands for none. */
public record Extract(
        String label,
        String summary,
        List<Post> work,
        List<Degree> education,
        List<Engagement> volunteer,
        List<Work> projects,
        List<Group> skills,
        List<Tongue> languages,
        List<Certificate> certificates,
        List<String> interests,
        String drivingLicence) {

    /** A statement: the text's words, and how a CV would say them. */
    public record Line(String source, String text) {}

    public record Post(
            String position,
            String employer,
            String place,
            String contract,
            String start,
            String end,
            List<Line> lines) {}

    public record Degree(String degree, String area, String school, String place, String start, String end) {}

    public record Engagement(String position, String organisation, String start, String end, List<Line> lines) {}

    public record Work(String name, String start, String end, List<Line> lines) {}

    public record Group(String group, List<String> keywords) {}

    public record Tongue(String language, String level) {}

    public record Certificate(String name, String issuer, String date) {}
}
