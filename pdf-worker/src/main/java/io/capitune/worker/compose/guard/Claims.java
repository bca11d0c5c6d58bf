package io.capitune.worker.compose.guard;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Responsibility, results, levels, degrees and qualities: a rewrite may claim none that its source does not. */
final class Claims {

    private static final Pattern PARTICIPATION = words(
            "particip|contribu|collabor|assisté|assister|aidé|aider|appuy|took part|helped|assisted|supported|involved");
    private static final Pattern PARTICIPATION_KEPT =
            words("particip|contribu|collabor|assist|aid|appu|souti|soute|support|help|involv|took part|renfort");
    private static final Pattern LEADERSHIP =
            words("pilot|dirig|direction|directeur|directrice|manag|encadr|supervis|coordonn|coordin"
                    + "|orchestr|chapeaut|conduit|mené|mener|respons|chef|leader|lead|led\\b|head|directed|director|oversaw|oversee|spearhead|drove"
                    + "|owned|à la tête");
    private static final Pattern IN_CHARGE = words("gér|gest|charge|tenu|ran\\b|run|handl|administr|anim");
    private static final Pattern CREATION =
            words("cré[éeao]|créer|concev|conçu|concept|fond[éea]|lancé|lancer|lancement|initi|invent|élabor"
                    + "|bâti|introdui|mis en place|mise en place|mettre en place|développ|design|creat|launch|found|establish|set up|introduc|pioneer"
                    + "|develop|built|build|architect|engineer");
    private static final Pattern RESULT = words(
            "augment|amélior|optimis|optimiz|rédui|accru|accroi|accroî|boost|dépass|économis|fiabilis|increas"
                    + "|improv|reduc|grew|grow|exceed|saved|maximi|accelerat|accélér|succès|success|réussi|doubl|tripl");
    private static final Pattern LEVEL =
            words("bilingu|courant|couramment|fluen|native|natif|maternel|proficien|expert|maîtris|maitris|master"
                    + "|confirmé|senior|avancé|advanced|spécialis|speciali|certifi|qualifié|habilit|parfait|perfect");
    private static final Pattern DEGREE =
            words("équivalen|equivalen|mastère|licence|bachelor|bac\\b|baccalauréat|doctora|doctor|diplôm|ingénieur"
                    + "|degree|graduat|phd|mba");
    private static final Pattern QUALITY = words(
            "rigoureu|rigueur|autonom|dynami|motivé|motivat|organisé|polyvalen|versatil|passion|créati|creativ"
                    + "|proacti|réacti|sérieu|ponctu|punctual|expériment|experienced|seasoned|reconnu|renown|excell|meilleur|best|top\\b|award|unique"
                    + "|reliab|fiable|dedicated|proven|accomplished|efficac|efficien|hard-working|hardworking|premier|première|leading");
    private static final Pattern LEVEL_SIGN = Pattern.compile("[abc][12]");
    private static final Pattern LANGUAGE_LEVEL =
            Pattern.compile("(?iU)(?<!\\p{L})(\\p{L}{4,}+)\\W{1,4}(?:\\p{L}{1,10}\\W{1,3}){0,2}([abc][12])\\b");

    private Claims() {}

    static Optional<Violation> beyond(Words rewritten, Words line, Words allowed, boolean whole) {
        if (!whole && line.matches(PARTICIPATION) && !rewritten.matches(PARTICIPATION_KEPT)) {
            return Optional.of(Violation.Kind.RESPONSIBILITY.of(first(PARTICIPATION, line)));
        }
        if (rewritten.matches(LEADERSHIP) && !line.matches(LEADERSHIP) && !line.matches(IN_CHARGE)) {
            return Optional.of(Violation.Kind.RESPONSIBILITY.of(first(LEADERSHIP, rewritten)));
        }
        if (rewritten.matches(CREATION) && !line.matches(CREATION)) {
            return Optional.of(Violation.Kind.RESPONSIBILITY.of(first(CREATION, rewritten)));
        }
        if (rewritten.matches(RESULT) && !line.matches(RESULT)) {
            return Optional.of(Violation.Kind.RESULT.of(first(RESULT, rewritten)));
        }
        return absent(DEGREE, rewritten, allowed, Violation.Kind.DEGREE)
                .or(() -> absent(LEVEL, rewritten, allowed, Violation.Kind.LEVEL))
                .or(() -> absent(QUALITY, rewritten, allowed, Violation.Kind.QUALITY))
                .or(() -> raisedLevel(rewritten, allowed));
    }

    /** The first word of this sort that the source has in no form. */
    private static Optional<Violation> absent(Pattern sort, Words rewritten, Words allowed, Violation.Kind kind) {
        Matcher matcher = sort.matcher(rewritten.lower());
        while (matcher.find()) {
            String root = matcher.group(1);
            if (!allowed.matches(words(Pattern.quote(root)))) {
                return Optional.of(kind.of(matcher.group()));
            }
        }
        return Optional.empty();
    }

    /** "anglais C1" where the source says "anglais B1", even if C1 stands there for another language. */
    private static Optional<Violation> raisedLevel(Words rewritten, Words allowed) {
        List<String> own = levels(allowed);
        return levels(rewritten).stream()
                .filter(level -> !own.contains(level))
                .filter(level ->
                        own.stream().anyMatch(known -> known.startsWith(level.substring(0, level.indexOf(' ') + 1))))
                .findFirst()
                .map(Violation.Kind.LEVEL::of);
    }

    private static List<String> levels(Words words) {
        if (!LEVEL_SIGN.matcher(words.lower()).find()) {
            return List.of();
        }
        return LANGUAGE_LEVEL
                .matcher(words.lower())
                .results()
                .map(found -> found.group(1) + " " + found.group(2))
                .toList();
    }

    private static String first(Pattern sort, Words words) {
        Matcher matcher = sort.matcher(words.lower());
        return matcher.find() ? matcher.group() : "";
    }

    /** Words that begin so; the beginning is group 1. */
    private static Pattern words(String beginnings) {
        return Pattern.compile("(?U)\\b(" + beginnings + ")\\p{L}*");
    }
}
