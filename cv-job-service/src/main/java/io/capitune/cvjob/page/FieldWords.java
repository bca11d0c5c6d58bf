package io.capitune.cvjob.page;

import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.cvjob.page.GenerateView.ProblemLine;
import io.capitune.platform.error.FieldError;
import io.capitune.platform.page.Pages;

/** Says in words which field an error is about: "Expérience 2 · Fin". */
@ApplicationScoped
class FieldWords {

    private static final Set<String> UNSEEN = Set.of("awards", "publications", "references", "$schema");

    private final Pages pages;

    FieldWords(Pages pages) {
        this.pages = pages;
    }

    ProblemLine of(FieldError error) {
        var pointer = error.pointer();
        var steps = pointer.substring(Math.min(1, pointer.length())).split("/");
        if (!"resume".equals(steps[0]) || steps.length == 1) {
            return new ProblemLine(
                    steps.length == 1 && steps[0].equals("resume") ? "" : pointer, word(steps[0]), error.detail());
        }
        var where = new StringBuilder(word(steps[1]));
        for (int i = 2; i < steps.length; i++) {
            if (steps[i].matches("\\d+")) {
                where.append(' ').append(Integer.parseInt(steps[i]) + 1);
            } else if (i == steps.length - 1 || "highlights".equals(steps[i])) {
                where.append(" · ").append(word(steps[i]));
            }
        }
        return new ProblemLine(UNSEEN.contains(steps[1]) ? "" : pointer, where.toString(), error.detail());
    }

    private String word(String step) {
        var text = pages.messages(GenerateMessages.class);
        Map<String, String> known = Map.ofEntries(
                Map.entry("targetJob", text.targetJob()),
                Map.entry("jobOffer", text.jobOffer()),
                Map.entry("text", text.text()),
                Map.entry("template", text.template()),
                Map.entry("language", text.language()),
                Map.entry("resume", text.wholeResume()),
                Map.entry("basics", text.sectionBasics()),
                Map.entry("work", text.sectionWork()),
                Map.entry("education", text.sectionEducation()),
                Map.entry("skills", text.sectionSkills()),
                Map.entry("languages", text.sectionLanguages()),
                Map.entry("certificates", text.sectionCertificates()),
                Map.entry("projects", text.sectionProjects()),
                Map.entry("volunteer", text.sectionVolunteer()),
                Map.entry("interests", text.sectionInterests()),
                Map.entry("meta", text.sectionInformation()),
                Map.entry("profiles", text.network()),
                Map.entry("name", text.name()),
                Map.entry("label", text.label()),
                Map.entry("email", text.email()),
                Map.entry("phone", text.phone()),
                Map.entry("url", text.web()),
                Map.entry("summary", text.summary()),
                Map.entry("postalCode", text.postcode()),
                Map.entry("city", text.town()),
                Map.entry("position", text.position()),
                Map.entry("startDate", text.start()),
                Map.entry("endDate", text.end()),
                Map.entry("date", text.obtained()),
                Map.entry("validUntil", text.validUntil()),
                Map.entry("highlights", text.line()),
                Map.entry("studyType", text.degree()),
                Map.entry("institution", text.school()),
                Map.entry("keywords", text.keywords()),
                Map.entry("cefr", text.cefr()),
                Map.entry("year", text.year()));
        return known.getOrDefault(step, step);
    }
}
