package io.capitune.auth.password;

import java.time.Duration;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.auth.account.Account;
import io.capitune.auth.account.EmailAddress;
import io.capitune.auth.session.CurrentAccount;
import io.capitune.platform.error.ProblemException;
import io.capitune.platform.security.CurrentUser;
import org.jspecify.annotations.Nullable;

/** The password of who is signed in, and what it proves. A session left open is not enough to change it: the old one or a recent sign-in is. */
@ApplicationScoped
public class OwnPassword {

    private final PasswordRules rules;
    private final PasswordTries tries;
    private final PasswordCheck check;
    private final ChangePassword changePassword;
    private final CurrentAccount current;
    private final CurrentUser caller;

    OwnPassword(
            PasswordRules rules,
            PasswordTries tries,
            PasswordCheck check,
            ChangePassword changePassword,
            CurrentAccount current,
            CurrentUser caller) {
        this.rules = rules;
        this.tries = tries;
        this.check = check;
        this.changePassword = changePassword;
        this.current = current;
        this.caller = caller;
    }

    /** What is said of a new password. */
    public sealed interface Judgement {

        /** It keeps the rules. */
        record Kept() implements Judgement {}

        /** It does not. */
        record Broken(PasswordRules.Fault fault) implements Judgement {}

        /** Too many were judged for the account; this one was not. */
        record Wait(Duration retryAfter) implements Judgement {}
    }

    /** Judges a new password for the account. */
    public Judgement judge(Account account, String password, String source) {
        return tries.takeJudging(account)
                .<Judgement>map(Judgement.Wait::new)
                .or(() -> rules.fault(password, new EmailAddress(account.email()), account.isAdmin(), source)
                        .map(Judgement.Broken::new))
                .orElseGet(Judgement.Kept::new);
    }

    /** Whether the account has a password. */
    public boolean exists(Account account) {
        return changePassword.hasOne(account);
    }

    /** Whether this is the password as it is. */
    public PasswordCheck.Result check(Account account, String old, String source) {
        return check.of(
                new EmailAddress(account.email()), old, source, id -> Optional.of("session " + caller.sessionId()));
    }

    /**
     * Has the caller prove again who they are: by the password as it is, or where there is none by a recent sign-in.
     *
     * @param old the password as it is; null where they do not give it
     * @throws ProblemException 422 {@code PASSWORD_WRONG}, 403 {@code RECENT_SIGNIN_REQUIRED}, 429 {@code RATE_LIMITED}
     */
    public void prove(Account account, @Nullable String old, String source) {
        if (!exists(account)) {
            current.recentlySignedIn();
            return;
        }
        switch (check(account, old == null ? "" : old, source)) {
            case PasswordCheck.Result.Right right -> {}
            case PasswordCheck.Result.Wrong wrong ->
                throw new ProblemException(422, "PASSWORD_WRONG", "This is not the password as it is.");
            case PasswordCheck.Result.Wait(var retryAfter) -> throw PasswordFaults.limited(retryAfter);
        }
    }

    /** Sets it; every other session ends. */
    public void change(Account account, String password, String source) {
        changePassword.change(account, password, caller.sessionId(), source);
    }
}
