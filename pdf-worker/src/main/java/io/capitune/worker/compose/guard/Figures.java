package io.capitune.worker.compose.guard;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The numbers of a text with what they count: 38 %, 12 k€, 3 ans, trois, 1,200. */
final class Figures {

    private static final String UNITS =
            "%|‰|pour cent|percent|[kKM]€|Md€|€|euros?|\\$|£|k|K|M|millions?|milliards?|billions?|thousand"
                    + "|ans?|années?|years?|yrs?|mois|months?|semaines?|weeks?|jours?|days?|heures?|hours?|h|minutes?|min";
    private static final Pattern FIGURE = Pattern.compile("(?<![\\p{L}\\p{N}.,])([€$£])?\\s?"
            + "(\\d{1,3}(?:[ ,]\\d{3})+(?:[.,]\\d+)?|\\d+(?:[.,]\\d+)?)(?:\\s?(" + UNITS + ")(?![\\p{L}\\p{N}]))?");
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(?:[ ,]\\d{3})+(?:\\.\\d+)?");
    private static final Map<String, Integer> SPELT = Map.ofEntries(
            Map.entry("deux", 2),
            Map.entry("trois", 3),
            Map.entry("quatre", 4),
            Map.entry("cinq", 5),
            Map.entry("six", 6),
            Map.entry("sept", 7),
            Map.entry("huit", 8),
            Map.entry("neuf", 9),
            Map.entry("dix", 10),
            Map.entry("onze", 11),
            Map.entry("douze", 12),
            Map.entry("treize", 13),
            Map.entry("quatorze", 14),
            Map.entry("quinze", 15),
            Map.entry("seize", 16),
            Map.entry("vingt", 20),
            Map.entry("trente", 30),
            Map.entry("quarante", 40),
            Map.entry("cinquante", 50),
            Map.entry("soixante", 60),
            Map.entry("cent", 100),
            Map.entry("mille", 1000),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("eleven", 11),
            Map.entry("twelve", 12),
            Map.entry("fifteen", 15),
            Map.entry("twenty", 20),
            Map.entry("thirty", 30),
            Map.entry("forty", 40),
            Map.entry("fifty", 50),
            Map.entry("hundred", 100),
            Map.entry("thousand", 1000));
    private static final Pattern ROUGH = Pattern.compile(
            "(?U)\\b(?:dizaine|douzaine|quinzaine|vingtaine|trentaine|quarantaine|cinquantaine|centaine|millier|doubl|tripl|quadrupl"
                    + "|moitié|tiers|dozen|hundreds|thousands|half|twice|plusieurs|several|nombreu|numerous)\\p{L}*");

    private record Figure(BigDecimal value, String unit, String written) {}

    private final List<Figure> figures = new ArrayList<>();
    private final Words words;

    Figures(Words words) {
        this.words = words;
        Matcher matcher = FIGURE.matcher(words.text());
        while (matcher.find()) {
            String unit = matcher.group(3) == null ? matcher.group(1) : matcher.group(3);
            figures.add(new Figure(
                    value(matcher.group(2)), unit(unit), matcher.group().strip()));
        }
        for (Words.Word word : words.all()) {
            Integer spelt = SPELT.get(word.lower());
            if (spelt != null) {
                figures.add(new Figure(BigDecimal.valueOf(spelt), "spelt", word.text()));
            }
        }
    }

    /** The first number here that the source does not say, or says of another unit. */
    Optional<Violation> beyond(Figures source) {
        for (Figure figure : figures) {
            if (source.figures.stream().noneMatch(own -> same(figure, own))) {
                boolean time = figure.unit().equals("year");
                return Optional.of((time ? Violation.Kind.DURATION : Violation.Kind.NUMBER).of(figure.written()));
            }
        }
        Matcher rough = ROUGH.matcher(words.text().toLowerCase(Locale.ROOT));
        while (rough.find()) {
            if (!source.words.hasForm(rough.group())) {
                return Optional.of(Violation.Kind.NUMBER.of(rough.group()));
            }
        }
        return Optional.empty();
    }

    private static boolean same(Figure one, Figure other) {
        boolean spelt = one.unit().equals("spelt") || other.unit().equals("spelt");
        return one.value().compareTo(other.value()) == 0 && (spelt || one.unit().equals(other.unit()));
    }

    private static BigDecimal value(String written) {
        String plain = GROUPED.matcher(written).matches()
                ? written.replaceAll("[ ,]", "")
                : written.replace(" ", "").replace(',', '.');
        return new BigDecimal(plain);
    }

    private static String unit(String written) {
        return switch (written == null ? "" : written) {
            case "pour cent", "percent" -> "%";
            case "euro", "euros" -> "€";
            case "K€" -> "k€";
            case "K", "thousand" -> "k";
            case "million", "millions" -> "M";
            case "an", "ans", "année", "années", "year", "years", "yr", "yrs" -> "year";
            case "mois", "month", "months" -> "month";
            case "semaine", "semaines", "week", "weeks" -> "week";
            case "jour", "jours", "day", "days" -> "day";
            case "heure", "heures", "hour", "hours" -> "h";
            case "minute", "minutes" -> "min";
            case String other -> other;
        };
    }
}
