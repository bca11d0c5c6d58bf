package io.capitune.bench.print;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.capitune.bench.report.Report;
import io.capitune.bench.target.Stand;

/** Prints per second: everybody with as many clients as they bear, a lane of ours per processor, as a worker has; by turns. */
final class PrintRateBench {

    private static final int ROUNDS = 3;
    private static final int TURNS_PER_ROUND = 12;
    private static final double LEAST = 0.8;
    private static final double LEAST_OF_GOTENBERG = 4;

    private final Contenders contenders;
    private final Stand stand;
    private final Report report;

    PrintRateBench(Contenders contenders, Stand stand) {
        this.contenders = contenders;
        this.stand = stand;
        this.report = stand.report();
    }

    /** Reports the rates for one document. */
    void run(String html) throws InterruptedException {
        report.chapter("Prints per second");
        var crews = new LinkedHashMap<Contender, Crew>();
        try {
            contenders.all().forEach(contender -> crews.put(contender, new Crew(contender, html)));
            round(crews, 0);
            var rates = new LinkedHashMap<Contender, List<Double>>();
            for (var round = 0; round < ROUNDS; round++) {
                round(crews, round)
                        .forEach((contender, rate) -> rates.computeIfAbsent(contender, one -> new ArrayList<>())
                                .add(rate));
            }
            tell(rates);
        } finally {
            crews.values().forEach(Crew::close);
        }
    }

    private Map<Contender, Double> round(Map<Contender, Crew> crews, int round) throws InterruptedException {
        var rates = new LinkedHashMap<Contender, Double>();
        crews.keySet().forEach(contender -> rates.put(contender, 0.0));
        for (var crew : Order.of(List.copyOf(crews.entrySet()), round)) {
            var prints = stand.effort().of(TURNS_PER_ROUND * crew.getKey().perTurn());
            rates.put(
                    crew.getKey(),
                    crew.getValue().print(Math.max(prints, crew.getKey().clients())));
        }
        return rates;
    }

    private void tell(Map<Contender, List<Double>> rates) {
        rates.forEach((contender, all) -> report.figure(
                "%s, %d at the same time".formatted(contender.name(), contender.clients()),
                middle(rates, contender),
                "PDF/s",
                null));
        var ours = middle(rates, contenders.ours());
        atLeast("our print / bare tabs", ours / middle(rates, contenders.bare()), LEAST);
        contenders
                .gotenberg()
                .ifPresent(gotenberg ->
                        atLeast("our print / Gotenberg", ours / middle(rates, gotenberg), LEAST_OF_GOTENBERG));
    }

    private void atLeast(String what, double ratio, double least) {
        report.figure(what, ratio, "x", new Report.Goal("at least " + least + "x", ratio >= least));
    }

    private static double middle(Map<Contender, List<Double>> rates, Contender contender) {
        var all = Objects.requireNonNull(rates.get(contender));
        return all.stream().sorted().toList().get(all.size() / 2);
    }
}
