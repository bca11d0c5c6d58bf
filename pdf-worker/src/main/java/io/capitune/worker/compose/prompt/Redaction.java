package io.capitune.worker.compose.prompt;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;

/**
 * Takes a person's name and contacts out of text, leaving {@code [#1]}, {@code [#2]} …, and puts them back. Besides the given secrets
 * it hides whatever looks like an e-mail address, a web address, a telephone number, a bank or a social-security number.
 */
public final class Redaction {

    /** A shape, and a sign without which no text has it: looking for the sign costs next to nothing. */
    private record Shape(Pattern pattern, Predicate<String> sign) {

        Shape(String pattern, Predicate<String> sign) {
            this(Pattern.compile(pattern), sign);
        }
    }

    /**
     * The form of an e-mail address. Each place of a text is looked at once: it begins where no other character of an address stands
     * before, and what was taken is not given back.
     */
    public static final String EMAIL =
            "(?<![\\p{L}\\p{N}._%+-])[\\p{L}\\p{N}._%+-]++@[\\p{L}\\p{N}-]++(?:\\.[\\p{L}\\p{N}-]++){1,10}";

    private static final int PHONE_DIGITS = 9;

    private static final List<Shape> SHAPES = List.of(
            new Shape(
                    "(?iU)\\b\\d{1,4}(?: ?(?:bis|ter))?,? (?:rue|avenue|boulevard|bd|impasse|allée|chemin|quai) [^\\n,;.]{2,60}",
                    text -> digits(text) > 0),
            new Shape(EMAIL, text -> text.indexOf('@') >= 0),
            new Shape(
                    "(?i)(?:https?://|www\\.)[^\\s<>\"]*[^\\s<>\".,;:!?)]",
                    text -> text.contains("://") || text.indexOf('.') >= 0),
            new Shape(
                    "(?i)(?<![\\p{L}\\p{N}@.])(?:linkedin|github|gitlab|twitter|x|instagram|facebook)\\.com/[^\\s<>\"]*[^\\s<>\".,;:!?)]",
                    text -> text.indexOf('/') >= 0),
            new Shape("\\b[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\\b", text -> digits(text) > 1),
            new Shape(
                    "\\b[12] ?\\d{2} ?(?:0[1-9]|1[0-2]|[2-9]\\d) ?\\d[\\dAB] ?\\d{3} ?\\d{3}(?: ?\\d{2})?\\b",
                    text -> digits(text) > PHONE_DIGITS));
    private static final Pattern MARK = Pattern.compile("\\[#(\\d{1,4})]");
    private static final String PHONE_REGION = "FR";

    private final List<Shape> secrets;
    private final List<String> hidden = new ArrayList<>();

    /** @param secrets the person's name, its parts, their addresses and numbers; hidden as whole words in any case */
    public Redaction(Collection<String> secrets) {
        this.secrets = secrets.stream()
                .map(secret -> Normalizer.normalize(secret.strip(), Normalizer.Form.NFC))
                .filter(secret -> !secret.isEmpty())
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Redaction::wholeWord)
                .toList();
    }

    /** The text without anything secret. What looked like a mark already is no mark. */
    public String hide(String text) {
        String safe =
                MARK.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll("($1)");
        for (Shape shape : SHAPES) {
            safe = mark(shape, safe);
        }
        for (Shape secret : secrets) {
            safe = mark(secret, safe);
        }
        return digits(safe) < PHONE_DIGITS ? safe : phones(safe);
    }

    /** The text with everything put back; marks that were never given out stay, for the guard to refuse. */
    public String reveal(String text) {
        return MARK.matcher(text).replaceAll(mark -> {
            int number = Integer.parseInt(mark.group(1));
            boolean known = number >= 1 && number <= hidden.size();
            return Matcher.quoteReplacement(known ? hidden.get(number - 1) : mark.group());
        });
    }

    private static Shape wholeWord(String secret) {
        Pattern pattern = Pattern.compile(
                "(?<![\\p{L}\\p{M}\\p{N}])" + Pattern.quote(secret) + "(?![\\p{L}\\p{M}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        String folded = folded(secret);
        return new Shape(pattern, text -> folded(text).contains(folded));
    }

    /** Case aside, letter by letter, as {@link Pattern#UNICODE_CASE} compares. */
    private static String folded(String text) {
        return text.codePoints()
                .map(letter -> Character.toLowerCase(Character.toUpperCase(letter)))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Digits of any script, since a telephone number may be written in them. */
    private static long digits(String text) {
        return text.codePoints().filter(Character::isDigit).count();
    }

    private String mark(Shape shape, String text) {
        return shape.sign().test(text)
                ? shape.pattern().matcher(text).replaceAll(found -> Matcher.quoteReplacement(mark(found.group())))
                : text;
    }

    private String mark(String secret) {
        int known = hidden.indexOf(secret);
        if (known < 0) {
            hidden.add(secret);
            known = hidden.size() - 1;
        }
        return "[#" + (known + 1) + "]";
    }

    private String phones(String text) {
        StringBuilder safe = new StringBuilder(text);
        List<PhoneNumberMatch> matches = new ArrayList<>();
        PhoneNumberUtil.getInstance()
                .findNumbers(text, PHONE_REGION, PhoneNumberUtil.Leniency.POSSIBLE, Long.MAX_VALUE)
                .forEach(matches::add);
        for (PhoneNumberMatch match : matches.reversed()) {
            // "2019 2021" and "420" are possible numbers somewhere; a telephone number has at least nine digits.
            if (digits(match.rawString()) >= PHONE_DIGITS) {
                safe.replace(match.start(), match.end(), mark(match.rawString()));
            }
        }
        return safe.toString();
    }
}
