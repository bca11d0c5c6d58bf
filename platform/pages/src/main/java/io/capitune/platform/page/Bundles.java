package io.capitune.platform.page;

import java.util.Locale;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;

/** Message bundles for words that are said outside of a page, where no request says in which language. */
public final class Bundles {

    private Bundles() {}

    /** The bundle in that language, one of those we speak. */
    public static <T> T in(Locale language, Class<T> bundle) {
        return MessageBundles.get(bundle, Localized.Literal.of(language.getLanguage()));
    }
}
