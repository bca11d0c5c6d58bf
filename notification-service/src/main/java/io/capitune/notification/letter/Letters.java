package io.capitune.notification.letter;

import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;

/** The letters' words and form: each as HTML, and complete as text. */
@ApplicationScoped
class Letters {

    @CheckedTemplate
    static class Templates {
        static native TemplateInstance signInHtml(String lang, String url, String code, long minutes);

        static native TemplateInstance signInText(String url, String code, long minutes);

        static native TemplateInstance cvReadyHtml(String lang, String name, String title, String url);

        static native TemplateInstance cvReadyText(String name, String title, String url);
    }

    Letter signIn(Locale locale, String url, String code, long minutes) {
        return new Letter(
                words(locale).signInSubject(),
                draw(Templates.signInText(url, code, minutes), locale),
                draw(Templates.signInHtml(locale.getLanguage(), url, code, minutes), locale));
    }

    Letter cvReady(Locale locale, String name, String title, String url) {
        return new Letter(
                words(locale).cvReadySubject(),
                draw(Templates.cvReadyText(name, title, url), locale),
                draw(Templates.cvReadyHtml(locale.getLanguage(), name, title, url), locale));
    }

    private static String draw(TemplateInstance template, Locale locale) {
        return template.setLocale(locale).render();
    }

    private static LetterMessages words(Locale locale) {
        return MessageBundles.get(LetterMessages.class, Localized.Literal.of(locale.getLanguage()));
    }
}
