package io.capitune.bench.target;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.capitune.cv.compose.RuleComposer;
import io.capitune.cv.document.CvDocument;
import io.capitune.cv.resume.ResumeJson;

/**
 * One of the project's example résumés, as it is submitted.
 *
 * @param body the body of a submission
 */
public record Example(Map<String, Object> body) {

    /** A payroll officer's CV of one page. */
    public static Example onePage(Target target) {
        return of(target, "gestionnaire-de-paie", "Gestionnaire de paie");
    }

    /** A developer's CV of two pages. */
    public static Example twoPages(Target target) {
        return of(target, "developpeuse", "Développeuse Java");
    }

    /** The same CV for another post, so that the system cannot take it for the one before. */
    public Map<String, Object> forPost(int number) {
        var other = new HashMap<>(body);
        other.put("targetJob", body.get("targetJob") + " " + number);
        return other;
    }

    /** The résumé as it was composed by rules, here. */
    public CvDocument composed() {
        var resume = ResumeJson.read(body.get("resume").toString());
        return new RuleComposer().compose(resume, body.get("targetJob").toString(), "fr");
    }

    private static Example of(Target target, String name, String job) {
        try {
            var file = target.file("examples/" + name + ".json").toFile();
            JsonNode resume = new ObjectMapper().readTree(file);
            return new Example(Map.of(
                    "resume", resume, "targetJob", job, "language", "fr", "template", "classique", "pageSize", "A4"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The HTML that render-service gives a worker for it. */
    public String html(Target target, Http http) {
        var wanted = Map.of("document", composed(), "template", body.get("template"), "pageSize", body.get("pageSize"));
        var request = Http.to(target.service("render-service") + "/internal/cv-render")
                .header("Authorization", "Bearer " + serviceToken(target, http))
                .header("Content-Type", "application/json")
                .POST(Http.json(wanted))
                .build();
        return http.send(request, 200).body();
    }

    private static String serviceToken(Target target, Http http) {
        var form = "grant_type=client_credentials&client_id=pdf-worker&client_secret=" + target.secret("pdf-worker");
        var request = Http.to(target.service("auth-service") + "/api/auth/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(form))
                .build();
        return Http.read(http.send(request, 200)).path("access_token").asText();
    }
}
