package io.capitune.e2e.crash;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.capitune.e2e.system.CapituneSystem;
import io.capitune.e2e.system.Process;

/** Which workers have jobs in hand now, by what each says itself. */
final class Work {

    private static final Pattern IN_FLIGHT = Pattern.compile("(?m)^capitune_worker_in_flight(?:\\{.*})? (\\S+)$");

    private static final Duration PATIENCE = Duration.ofMillis(300);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Map<String, Integer> ports;

    Work(CapituneSystem system) {
        ports = system.workers().stream().collect(Collectors.toMap(Process::name, Process::port));
    }

    /** How many jobs a worker has in hand; 0 where it does not answer. */
    int inHand(String worker) {
        var metrics = URI.create("http://127.0.0.1:%d/q/metrics".formatted(ports.get(worker)));
        try {
            var answer =
                    http.send(HttpRequest.newBuilder(metrics).timeout(PATIENCE).build(), BodyHandlers.ofString());
            var found = IN_FLIGHT.matcher(answer.body());
            return found.find() ? (int) Double.parseDouble(found.group(1)) : 0;
        } catch (IOException away) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /** Whether any worker has a job in hand. */
    boolean isUnderWay() {
        return ports.keySet().stream().anyMatch(worker -> inHand(worker) > 0);
    }
}
