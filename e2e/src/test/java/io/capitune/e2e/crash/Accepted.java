package io.capitune.e2e.crash;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import io.capitune.e2e.system.Answer;

/** What people asked for, and what they were told. */
final class Accepted {

    private final Map<String, String> waiting = new ConcurrentHashMap<>();
    private final Map<String, Applicant.Job> jobs = new ConcurrentHashMap<>();
    private final Map<String, Integer> outcomes = new ConcurrentHashMap<>();
    private final List<Violation> violations = new CopyOnWriteArrayList<>();

    void expect(String email, String key, String marker) {
        waiting.put(key, email + ", " + marker);
    }

    /** A 202; one more for the same key has to name the same job. */
    void add(Applicant.Job job) {
        count("202");
        var before = jobs.putIfAbsent(job.key(), job);
        waiting.remove(job.key());
        if (before != null && !before.id().equals(job.id())) {
            violations.add(new Violation(job.id(), "a second job for the key of " + before.id()));
        }
    }

    /** An answer that is no 202; 5xx is what a fault may cost, anything else is wrong. */
    void refused(String key, Answer answer) {
        count(Integer.toString(answer.status()));
        if (answer.status() < 500) {
            violations.add(new Violation("", "submission %s was refused: %s".formatted(key, answer.refusal())));
            waiting.remove(key);
        }
    }

    void broken(IOException error) {
        count(error.getClass().getSimpleName());
    }

    private void count(String outcome) {
        outcomes.merge(outcome, 1, Integer::sum);
    }

    /** The accepted jobs, in no order that matters. */
    List<Applicant.Job> jobs() {
        var all = new ArrayList<>(jobs.values());
        all.sort(Comparator.comparing(Applicant.Job::key));
        return all;
    }

    /** The job that a key became, if it was accepted. */
    Optional<Applicant.Job> job(String key) {
        return Optional.ofNullable(jobs.get(key));
    }

    /** Submissions that were neither accepted nor refused yet. */
    List<String> waiting() {
        return List.copyOf(waiting.values());
    }

    List<Violation> violations() {
        return List.copyOf(violations);
    }

    /** How often each answer came. */
    Map<String, Integer> outcomes() {
        return new TreeMap<>(outcomes);
    }
}
