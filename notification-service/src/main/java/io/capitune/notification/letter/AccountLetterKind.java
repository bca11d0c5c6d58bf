package io.capitune.notification.letter;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;

/** The mails about accounts. */
enum AccountLetterKind {

    /** Somebody signed in from a device that the account did not know. Details: {@code device}, {@code at}. */
    NEW_DEVICE((content, say) -> new AccountWords(
            say.newDeviceSubject(),
            List.of(say.newDeviceLead(content.detail("device"), content.detail("at"))),
            say.newDeviceButton(),
            List.of(say.newDeviceNotYou()),
            say.securityWhy())),

    /** An account was deleted, everywhere. */
    ACCOUNT_DELETED((content, say) -> new AccountWords(
            say.accountDeletedSubject(),
            List.of(say.accountDeletedLead(), say.accountDeletedStays()),
            null,
            List.of(say.accountDeletedNotYou()),
            say.accountDeletedWhy()));

    private final BiFunction<AccountContent, AccountLetterMessages, AccountWords> words;

    AccountLetterKind(BiFunction<AccountContent, AccountLetterMessages, AccountWords> words) {
        this.words = words;
    }

    /** The kind that auth-service names, such as {@code new-device}. */
    static Optional<AccountLetterKind> of(String name) {
        return Stream.of(values()).filter(kind -> kind.id().equals(name)).findFirst();
    }

    static AccountLetterMessages messages(Locale locale) {
        return MessageBundles.get(AccountLetterMessages.class, Localized.Literal.of(locale.getLanguage()));
    }

    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    AccountWords words(AccountContent content, AccountLetterMessages say) {
        return words.apply(content, say);
    }
}
