package io.capitune.e2e.crash;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.capitune.e2e.system.Answer;
import io.capitune.e2e.system.Mail;
import io.capitune.e2e.system.Mailbox;
import org.bson.Document;

/** What a real system holds. */
final class SystemEvidence implements Evidence {

    private final Ledger ledger;
    private final ResendStub mails;
    private final Map<String, Applicant> people;
    private final List<Applicant.Job> accepted;
    private final Map<String, Document> jobs;

    /** Reads the jobs; the rest is asked for when it is wanted. */
    SystemEvidence(Ledger ledger, ResendStub mails, List<Applicant> people, List<Applicant.Job> accepted) {
        this.ledger = ledger;
        this.mails = mails;
        this.people = people.stream().collect(Collectors.toMap(Applicant::email, Function.identity()));
        this.accepted = accepted;
        this.jobs = ledger.jobs();
    }

    @Override
    public List<String> people() {
        return List.copyOf(people.keySet());
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
        return ledger.used(account);
    }

    @Override
    public List<Mail> readyMails(String address) {
        return mails.accepted(address, Mailbox.CV_READY).stream()
                .map(ResendStub.Accepted::mail)
                .toList();
    }

    @Override
    public Answer download(Applicant.Job job) {
        return people.get(job.email()).get("/api/cv/jobs/" + job.id() + "/download");
    }
}
