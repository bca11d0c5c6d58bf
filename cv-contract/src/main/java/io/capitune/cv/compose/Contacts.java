package io.capitune.cv.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.capitune.cv.document.Contact;
import io.capitune.cv.resume.Resume.Basics;
import io.capitune.cv.resume.Resume.Location;
import io.capitune.cv.resume.Resume.Profile;
import org.jspecify.annotations.Nullable;

/** The line of contacts: town, telephone as its country writes it, e-mail, web addresses without their scheme. */
final class Contacts {

    private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final Wording wording;

    Contacts(Wording wording) {
        this.wording = wording;
    }

    List<Contact> of(Basics basics) {
        List<Contact> contacts = new ArrayList<>();
        String country = country(basics.location());
        add(contacts, town(basics.location(), country), null);
        phone(contacts, CvText.clean(basics.phone()), country);
        String email = CvText.orNull(basics.email());
        add(contacts, email, "mailto:" + email);
        web(contacts, CvText.orNull(basics.url()));
        basics.profiles().forEach(profile -> profile(contacts, profile));
        return contacts.stream().distinct().toList();
    }

    /** A web address with its scheme, which people leave out. */
    static @Nullable String absolute(@Nullable String url) {
        String given = CvText.orNull(url);
        return given == null || given.matches("(?i)https?://.*") ? given : "https://" + given;
    }

    private @Nullable String town(@Nullable Location location, String country) {
        if (location == null) {
            return null;
        }
        boolean american = Set.of("US", "CA").contains(country);
        String city = CvText.orNull(location.city());
        String place = wording == Wording.FRENCH && !american ? CvText.join(" ", location.postalCode(), city) : city;
        if (american || city == null) {
            place = CvText.join(", ", place, location.region());
        }
        return CvText.join(", ", place, abroad(country));
    }

    /** The country's name, where a reader of this language would not assume it. */
    private @Nullable String abroad(String country) {
        Set<String> home = wording == Wording.FRENCH ? Set.of("", "FR") : Set.of("", "GB", "US");
        return home.contains(country) ? null : Locale.of("", country).getDisplayCountry(wording.locale());
    }

    private static String country(@Nullable Location location) {
        String code =
                location == null ? "" : CvText.clean(location.countryCode()).toUpperCase(Locale.ROOT);
        return COUNTRIES.contains(code) ? code : "";
    }

    /** National form at home, international form abroad, and as typed where the country cannot be told. */
    private void phone(List<Contact> contacts, String typed, String country) {
        String region = country.isEmpty() && wording == Wording.FRENCH ? "FR" : country;
        try {
            PhoneNumber number = PHONES.parse(typed, region.isEmpty() ? null : region);
            if (PHONES.isPossibleNumber(number)) {
                boolean home = national(number, region);
                PhoneNumberFormat form = home ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL;
                add(contacts, PHONES.format(number, form), PHONES.format(number, PhoneNumberFormat.RFC3966));
                return;
            }
        } catch (NumberParseException asTyped) {
            // Not a number that any country writes: the person knows better.
        }
        add(contacts, typed, null);
    }

    /** France in French and the United States write their own numbers without the country's code. */
    private boolean national(PhoneNumber number, String region) {
        return region.equals(wording == Wording.FRENCH ? "FR" : "US")
                && PHONES.getCountryCodeForRegion(region) == number.getCountryCode();
    }

    private void profile(List<Contact> contacts, Profile profile) {
        String url = CvText.orNull(profile.url());
        if (url != null) {
            web(contacts, url);
            return;
        }
        String network = CvText.orNull(profile.network());
        String username = CvText.orNull(profile.username());
        if (network != null && username != null) {
            add(contacts, wording.labelled(network, network, username), null);
        }
    }

    private static void web(List<Contact> contacts, @Nullable String url) {
        String href = absolute(url);
        if (href != null) {
            add(contacts, href.replaceFirst("(?i)^https?://(www\\.)?", "").replaceFirst("/$", ""), href);
        }
    }

    private static void add(List<Contact> contacts, @Nullable String text, @Nullable String href) {
        if (text != null && !text.isEmpty()) {
            contacts.add(new Contact(text, href));
        }
    }
}
