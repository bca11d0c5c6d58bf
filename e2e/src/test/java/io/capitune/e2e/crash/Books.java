package io.capitune.e2e.crash;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.capitune.e2e.system.Answer;
import io.capitune.e2e.system.Mail;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.bson.Document;

/** A system that exists on paper only, without a fault to begin with: to see which faults the checks find. */
final class Books implements Evidence {

    private final List<String> people = new ArrayList<>();
    final List<Applicant.Job> accepted = new ArrayList<>();
    final Map<String, Document> jobs = new HashMap<>();
    final Map<String, Integer> used = new HashMap<>();
    final List<Applicant.Job> mailed = new ArrayList<>();
    final Map<String, byte[]> files = new HashMap<>();

    /** Everybody has so many done jobs, each with its file and its mail. */
    Books(int people, int jobsOfEach) {
        for (var person = 1; person <= people; person++) {
            this.people.add("candidate-%d@exemple.fr".formatted(person));
            for (var turn = 1; turn <= jobsOfEach; turn++) {
                done(person, turn);
            }
        }
    }

    private void done(int person, int turn) {
        var id = "job-%d-%d".formatted(person, turn);
        var job = new Applicant.Job(
                "candidate-%d@exemple.fr".formatted(person), "key-" + id, Markers.of(person, turn), Due.DONE, id);
        var file = pdf(job.marker());
        accepted.add(job);
        files.put(id, file);
        mailed.add(job);
        used.merge(account(job), 1, Integer::sum);
        jobs.put(
                id,
                new Document("_id", id)
                        .append("owner", account(job))
                        .append("status", "DONE")
                        .append("pdf", new Document("blob", id + ".pdf").append("sha256", Checks.sha256(file))));
    }

    private static String account(Applicant.Job job) {
        return "account of " + job.email();
    }

    /** What the job must come to, whatever it came to. */
    Applicant.Job expect(Applicant.Job job, Due due) {
        var other = new Applicant.Job(job.email(), job.key(), job.marker(), due, job.id());
        accepted.set(accepted.indexOf(job), other);
        return other;
    }

    /** As the system itself settles a job that it cannot do. */
    void fail(Applicant.Job job, String code, String reason) {
        var kept = jobs.get(job.id());
        kept.remove("pdf");
        kept.append("status", "FAILED").append("failure", code).append("failureReason", reason);
        mailed.remove(job);
        used.merge(account(job), -1, Integer::sum);
    }

    static byte[] pdf(String text) {
        try (var document = new PDDocument();
                var bytes = new ByteArrayOutputStream()) {
            var page = new PDPage();
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                content.newLineAtOffset(50, 700);
                content.showText(text);
                content.endText();
            }
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<String> people() {
        return people;
    }

    @Override
    public List<Applicant.Job> accepted() {
        return accepted;
    }

    @Override
    public Map<String, Document> jobs() {
        return jobs;
    }

    @Override
    public int used(String account) {
        return used.getOrDefault(account, 0);
    }

    @Override
    public List<Mail> readyMails(String address) {
        return mailed.stream()
                .filter(job -> job.email().equals(address))
                .map(job -> new Mail("", "http://localhost/cv/" + job.id(), ""))
                .toList();
    }

    @Override
    public Answer download(Applicant.Job job) {
        return new Answer(200, HttpHeaders.of(Map.of(), (name, value) -> true), files.get(job.id()));
    }
}
