package io.capitune.e2e.crash;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.capitune.e2e.system.CapituneSystem;
import io.capitune.e2e.system.Crowd;

/** People who submit all the time, each at moments of a seeded sequence of their own. */
final class Applicants implements AutoCloseable {

    private static final int PEOPLE = 6;

    /** Mean time between two submissions of one of them, in milliseconds: two a second in all. */
    private static final int MEAN_GAP = 3000;

    private final List<Applicant> people;
    private final List<Thread> arrivals = new ArrayList<>();
    private final ExecutorService submissions = Executors.newVirtualThreadPerTaskExecutor();

    Applicants(CapituneSystem system, Accepted accepted) {
        people = IntStream.rangeClosed(1, PEOPLE)
                .mapToObj(number -> new Applicant(system, number, accepted))
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

    void begin(long seed, Duration length) {
        for (int i = 0; i < PEOPLE; i++) {
            var person = people.get(i);
            var random = new Random(seed + 31L * (i + 1));
            arrivals.add(Thread.ofVirtual().start(() -> arrive(person, random, System.nanoTime() + length.toNanos())));
        }
    }

    private void arrive(Applicant person, Random random, long end) {
        try {
            while (System.nanoTime() < end) {
                // What one of them waits for does not hold back the next.
                submissions.submit(() -> {
                    person.submit();
                    return person;
                });
                Thread.sleep((long) (-Math.log(1 - random.nextDouble()) * MEAN_GAP));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until nobody submits any more and all that was submitted was answered; false where the limit was too short. */
    boolean awaitAnswered(Duration limit) throws InterruptedException {
        for (var arrival : arrivals) {
            arrival.join();
        }
        submissions.shutdown();
        return submissions.awaitTermination(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        arrivals.forEach(Thread::interrupt);
        submissions.shutdownNow();
    }
}
