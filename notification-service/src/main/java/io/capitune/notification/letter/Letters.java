package io.capitune.notification.letter;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import org.jspecify.annotations.Nullable;

/** The letters' words and form: each as HTML, and complete as text. */
@ApplicationScoped
class Letters {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance signInHtml(String lang, String url, String code, long minutes);

        static native TemplateInstance signInText(String url, String code, long minutes);

        static native TemplateInstance accountHtml(String lang, AccountWords words, @Nullable String url);

        static native TemplateInstance accountText(AccountWords words, @Nullable String url);

        static native TemplateInstance cvReadyHtml(String lang, String name, String title, String url);

        static native TemplateInstance cvReadyText(String name, String title, String url);

        static native TemplateInstance cvExpiringHtml(String lang, String name, String title, String day, String url);

        static native TemplateInstance cvExpiringText(String name, String title, String day, String url);
    }

    Letter signIn(Locale locale, String url, String code, long minutes) {
        return new Letter(
                words(locale).signInSubject(),
                draw(Templates.signInText(url, code, minutes), locale),
                draw(Templates.signInHtml(locale.getLanguage(), url, code, minutes), locale));
    }

    Letter account(Locale locale, AccountWords words, @Nullable String url) {
        return new Letter(
                words.subject(),
                draw(Templates.accountText(words, url), locale),
                draw(Templates.accountHtml(locale.getLanguage(), words, url), locale));
    }

    Letter cvReady(Locale locale, String name, String title, String url) {
        return new Letter(
                words(locale).cvReadySubject(),
                draw(Templates.cvReadyText(name, title, url), locale),
                draw(Templates.cvReadyHtml(locale.getLanguage(), name, title, url), locale));
    }

    Letter cvExpiring(Locale locale, String name, String title, LocalDate until, String url) {
        var day = day(until, locale);
        return new Letter(
                words(locale).cvExpiringSubject(day),
                draw(Templates.cvExpiringText(name, title, day, url), locale),
                draw(Templates.cvExpiringHtml(locale.getLanguage(), name, title, day, url), locale));
    }

    /** {@code 1er mars 2027}, {@code 1 March 2027}. */
    private static String day(LocalDate date, Locale locale) {
        var day = DateTimeFormatter.ofPattern("d MMMM yyyy", locale).format(date);
        return date.getDayOfMonth() == 1 && "fr".equals(locale.getLanguage()) ? "1er" + day.substring(1) : day;
    }

    private static String draw(TemplateInstance template, Locale locale) {
        return template.setLocale(locale).render();
    }

    private static LetterMessages words(Locale locale) {
        return MessageBundles.get(LetterMessages.class, Localized.Literal.of(locale.getLanguage()));
    }
}
