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

    /** Somebody registers with this address: the link opens the account. */
    REGISTER((content, say) -> new AccountWords(
            say.registerSubject(),
            List.of(say.registerLead()),
            say.registerButton(),
            List.of(say.linkValid(content.minutes()), say.registerIgnore()),
            say.registerWhy())),

    /** Somebody registers with an address that has an account. */
    REGISTER_KNOWN((content, say) -> new AccountWords(
            say.registerKnownSubject(),
            List.of(say.registerKnownLead()),
            say.registerKnownButton(),
            List.of(say.registerIgnore()),
            say.registerWhy())),

    /** A link to choose a new password. */
    RESET_PASSWORD((content, say) -> new AccountWords(
            say.resetPasswordSubject(),
            List.of(say.resetPasswordLead()),
            say.resetPasswordButton(),
            List.of(say.linkValid(content.minutes()), say.resetPasswordIgnore()),
            say.resetPasswordWhy())),

    /** The password is another one. */
    PASSWORD_CHANGED((content, say) -> new AccountWords(
            say.passwordChangedSubject(),
            List.of(say.passwordChangedLead()),
            say.passwordChangedButton(),
            List.of(say.passwordChangedNotYou()),
            say.securityWhy())),

    /** Somebody signed in from a device that the account did not know. Details: {@code device}, {@code at}. */
    NEW_DEVICE((content, say) -> new AccountWords(
            say.newDeviceSubject(),
            List.of(say.newDeviceLead(content.detail("device"), content.detail("at"))),
            say.newDeviceButton(),
            List.of(say.newDeviceNotYou()),
            say.securityWhy())),

    /** A link that gives an account this address. */
    CONFIRM_EMAIL((content, say) -> new AccountWords(
            say.confirmEmailSubject(),
            List.of(say.confirmEmailLead()),
            say.confirmEmailButton(),
            List.of(say.linkValid(content.minutes()), say.registerIgnore()),
            say.confirmEmailWhy())),

    /** Somebody wants to give an account this address, which has one. */
    EMAIL_TAKEN((content, say) -> new AccountWords(
            say.emailTakenSubject(),
            List.of(say.emailTakenLead()),
            say.registerKnownButton(),
            List.of(say.registerIgnore()),
            say.confirmEmailWhy())),

    /** The account has another address than this one; the link undoes it. */
    EMAIL_CHANGED((content, say) -> new AccountWords(
            say.emailChangedSubject(),
            List.of(say.emailChangedLead(), say.emailChangedNotYou()),
            say.emailChangedButton(),
            List.of(say.undoValid(content.days())),
            say.securityWhy())),

    /** The account has this address again. */
    EMAIL_RESTORED((content, say) -> new AccountWords(
            say.emailRestoredSubject(),
            List.of(say.emailRestoredLead(), say.emailRestoredTodo()),
            say.registerKnownButton(),
            List.of(),
            say.securityWhy())),

    /** The account has its former address again, and no more this one. */
    EMAIL_WITHDRAWN((content, say) -> new AccountWords(
            say.emailWithdrawnSubject(), List.of(say.emailWithdrawnLead()), null, List.of(), say.securityWhy())),

    /** An app's codes are asked for from now on. */
    SECOND_FACTOR_ON((content, say) -> protection(say, say.secondFactorOnSubject(), say.secondFactorOnLead())),

    /** They are asked for no more. */
    SECOND_FACTOR_OFF((content, say) -> protection(say, say.secondFactorOffSubject(), say.secondFactorOffLead())),

    /** An admin has taken all second factors away. */
    SECOND_FACTOR_RESET((content, say) -> protection(say, say.secondFactorResetSubject(), say.secondFactorResetLead())),

    /** Somebody came in by a recovery code. Details: {@code left}. */
    RECOVERY_CODE_USED((content, say) ->
            protection(say, say.recoveryCodeUsedSubject(), say.recoveryCodeUsedLead(content.detail("left")))),

    /** The recovery codes are new. */
    RECOVERY_CODES_RENEWED(
            (content, say) -> protection(say, say.recoveryCodesRenewedSubject(), say.recoveryCodesRenewedLead())),

    /** Details: {@code name}. */
    PASSKEY_ADDED(
            (content, say) -> protection(say, say.passkeyAddedSubject(), say.passkeyAddedLead(content.detail("name")))),

    /** Details: {@code name}. */
    PASSKEY_REMOVED((content, say) ->
            protection(say, say.passkeyRemovedSubject(), say.passkeyRemovedLead(content.detail("name")))),

    /** Another provider opens the account from now on. Details: {@code provider}. */
    PROVIDER_LINKED((content, say) -> protection(
            say,
            say.providerLinkedSubject(content.detail("provider")),
            say.providerLinkedLead(content.detail("provider")))),

    /** It does no more. Details: {@code provider}. */
    PROVIDER_UNLINKED((content, say) -> protection(
            say,
            say.providerUnlinkedSubject(content.detail("provider")),
            say.providerUnlinkedLead(content.detail("provider")))),

    /** An administrator opened the account. Leads to the sign-in. */
    ACCOUNT_CREATED((content, say) -> new AccountWords(
            say.createdSubject(),
            List.of(say.createdLead()),
            say.createdButton(),
            List.of(say.createdUnwanted()),
            say.adminWhy())),

    /** An administrator suspended the account. Details: {@code reason}. */
    ACCOUNT_SUSPENDED((content, say) -> new AccountWords(
            say.suspendedSubject(),
            List.of(say.suspendedLead(), say.suspendedReason(content.detail("reason")), say.suspendedSafe()),
            null,
            List.of(),
            say.adminWhy())),

    /** An administrator lets the owner in again. Leads to the sign-in. */
    ACCOUNT_RESTORED((content, say) -> new AccountWords(
            say.restoredSubject(), List.of(say.restoredLead()), say.restoredButton(), List.of(), say.adminWhy())),

    /** An administrator changed what the account may do. Details: {@code role}, as auth-service writes it. */
    ROLE_CHANGED((content, say) -> new AccountWords(
            say.roleChangedSubject(),
            List.of(say.roleChangedLead(roleWord(content.detail("role"), say))),
            say.roleChangedButton(),
            content.detail("role").equals("admin") ? List.of(say.roleAdminPassword()) : List.of(),
            say.adminWhy())),

    /** An account was deleted, everywhere. Details: {@code reason}, where an administrator wanted it. */
    ACCOUNT_DELETED((content, say) -> {
        var reason = content.detail("reason");
        return new AccountWords(
                say.accountDeletedSubject(),
                reason.isEmpty()
                        ? List.of(say.accountDeletedLead(), say.accountDeletedStays())
                        : List.of(
                                say.accountDeletedForYouLead(), say.suspendedReason(reason), say.accountDeletedStays()),
                null,
                List.of(reason.isEmpty() ? say.accountDeletedNotYou() : say.accountDeletedContest()),
                say.accountDeletedWhy());
    });

    private final BiFunction<AccountContent, AccountLetterMessages, AccountWords> words;

    AccountLetterKind(BiFunction<AccountContent, AccountLetterMessages, AccountWords> words) {
        this.words = words;
    }

    private static AccountWords protection(AccountLetterMessages say, String subject, String lead) {
        return new AccountWords(
                subject, List.of(lead), say.protectionButton(), List.of(say.protectionNotYou()), say.securityWhy());
    }

    private static String roleWord(String role, AccountLetterMessages say) {
        return switch (role) {
            case "candidate" -> say.roleCandidate();
            case "professional" -> say.roleProfessional();
            case "professional, verified" -> say.roleVerified();
            case "admin" -> say.roleAdmin();
            default -> throw new IllegalArgumentException("no role: " + role);
        };
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
