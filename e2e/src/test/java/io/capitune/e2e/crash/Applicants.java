package io.capitune.e2e.crash;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.capitune.e2e.system.CapituneSystem;
import io.capitune.e2e.system.Crowd;

/**
 * People who submit several CVs each in one go, again and again at moments of a seeded sequence: more than the workers can have in
 * hand, so that a queue stands when something goes wrong.
 */
final class Applicants implements AutoCloseable {

    private static final int PEOPLE = 6;

    /** How many each of them submits in one go: 12 to 18 in all, which keep two workers on two cores busy for a second. */
    private static final int SMALLEST_BURST = 2;

    private static final int LARGEST_BURST = 3;

    /** Mean time between two bursts, in milliseconds: four jobs a second in all. */
    private static final int MEAN_GAP = 4000;

    private final List<Applicant> people;
    private Thread arrivals = Thread.ofVirtual().unstarted(() -> {});
    private final ExecutorService submissions = Executors.newVirtualThreadPerTaskExecutor();

    Applicants(CapituneSystem system, Schedule schedule, Accepted accepted) {
        people = IntStream.rangeClosed(1, PEOPLE)
                .mapToObj(number -> new Applicant(system, number, schedule, accepted))
                .toList();
    }

    List<Applicant> people() {
        return people;
    }

    void signIn(ResendStub mails) {
        Crowd.atOnce(PEOPLE, i -> {
            people.get(i).signIn(mails);
            return i;
        });
    }

    /** From now on they submit, until they are told to stop. */
    void begin(long seed) {
        arrivals = Thread.ofVirtual().start(() -> arrive(new Random(seed + 31)));
    }

    /** Nobody submits anything new; what is not answered yet is asked for again. */
    void stop() throws InterruptedException {
        arrivals.interrupt();
        arrivals.join();
    }

    private void arrive(Random random) {
        try {
            while (true) {
                var each = SMALLEST_BURST + random.nextInt(LARGEST_BURST - SMALLEST_BURST + 1);
                // Who waits for an answer does not submit more: hundreds that ask again would be a fault of their own.
                people.stream()
                        .filter(Applicant::isAnswered)
                        .forEach(person -> IntStream.range(0, each).forEach(i -> submissions.submit(person::submit)));
                Thread.sleep((long) (-Math.log(1 - random.nextDouble()) * MEAN_GAP));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until all that was submitted was answered; false where the limit was too short. */
    boolean awaitAnswered(Duration limit) throws InterruptedException {
        submissions.shutdown();
        return submissions.awaitTermination(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Everybody submits one CV more; those that were accepted within the limit. */
    List<Applicant.Job> submitOnceMore(Duration limit) throws InterruptedException {
        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            var last = people.stream().map(person -> (Callable<Optional<Applicant.Job>>) person::submit);
            return all.invokeAll(last.toList(), limit.toMillis(), TimeUnit.MILLISECONDS).stream()
                    .flatMap(submission -> result(submission).stream())
                    .toList();
        }
    }

    private static Optional<Applicant.Job> result(Future<Optional<Applicant.Job>> submission) {
        try {
            return submission.get();
        } catch (CancellationException late) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        arrivals.interrupt();
        submissions.shutdownNow();
    }
}
