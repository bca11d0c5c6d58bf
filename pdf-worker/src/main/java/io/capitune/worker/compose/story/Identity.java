package io.capitune.worker.compose.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import io.capitune.worker.compose.prompt.Redaction;
import org.jspecify.annotations.Nullable;

/**
 * Who a text speaks of and how to reach them, found by code, since names and contacts never go to a model.
 *
 * @param addresses street lines and the like, to be hidden
 */
public record Identity(
        Optional<String> name,
        @Nullable String email,
        @Nullable String phone,
        List<String> urls,
        @Nullable String postalCode,
        @Nullable String city,
        List<String> addresses) {

    private static final Pattern EMAIL = Pattern.compile(Redaction.EMAIL);
    private static final Pattern URL = Pattern.compile(
            "(?i)(?:https?://|www\\.|(?:[a-z]{2}\\.)?linkedin\\.com/|github\\.com/|gitlab\\.com/)[^\\s<>\"|]*[^\\s<>\"|.,;:!?)]");
    private static final Pattern TOWN = Pattern.compile(
            "(?<!\\d)(\\d{5})[ \\u00A0]+(\\p{Lu}[\\p{L}'’-]+"
                    + "(?:[ -](?:(?!T[ée]l|Mail|E-?mail|N[ée]e?\\b|Permis|Mobile|Port)\\p{Lu}[\\p{L}'’-]+|sur|sous|en|le|la|les|de|du|des|aux|d')){0,6})");
    private static final Pattern STREET = Pattern.compile(
            "(?i)(?<!\\d)\\d{1,4}(?: ?(?:bis|ter|quater))?,? (?:rue|avenue|av\\.|boulevard|bd|bld|chemin"
                    + "|place|impasse|allée|quai|route|cours|square|résidence|passage|\\p{L}+ (?:street|road|avenue|lane|drive|close|way))\\b[^\\n,;|•·]*");

    private static final int MOST_ADDRESSES = 20;

    /** Reads what a text says of its author. */
    public static Identity in(String text) {
        String email = first(EMAIL, text);
        Matcher town = TOWN.matcher(text);
        boolean hasTown = town.find();
        List<String> addresses = new ArrayList<>();
        STREET.matcher(text)
                .results()
                .map(street -> street.group().strip())
                .distinct()
                .limit(MOST_ADDRESSES)
                .forEach(addresses::add);
        if (hasTown) {
            addresses.add(town.group());
        }
        return new Identity(
                AuthorName.in(text, email),
                email,
                phone(text),
                URL.matcher(text)
                        .results()
                        .map(found -> found.group())
                        .distinct()
                        .toList(),
                hasTown ? town.group(1) : null,
                hasTown ? town.group(2) : null,
                addresses);
    }

    private static @Nullable String phone(String text) {
        for (PhoneNumberMatch match : PhoneNumberUtil.getInstance().findNumbers(text, "FR")) {
            return match.rawString();
        }
        return null;
    }

    private static @Nullable String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group() : null;
    }
}
