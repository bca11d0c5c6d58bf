package io.capitune.auth;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Everything about sign-in and sessions that an operator may change. */
@ConfigMapping(prefix = "capitune.auth")
public interface AuthConfig {

    SignIn signIn();

    Session session();

    Token token();

    Keys keys();

    /** The e-mail link and its code. */
    interface SignIn {

        /** How long link and code are good for. */
        @WithDefault("10m")
        Duration validFor();

        /** How long a browser is remembered as the one that asked. */
        @WithDefault("1h")
        Duration browserRememberedFor();

        /** Wrong codes until a sign-in takes no more; its link goes on working. */
        @WithDefault("5")
        int codeTries();

        /** Least time between two mails to one address asked for by one browser. */
        @WithDefault("60s")
        Duration pause();

        /** Mails to one address within {@link #window()}. */
        @WithDefault("10")
        int mailsPerAddress();

        /** Mails asked for by one network address within {@link #window()}; an office or a school may sit behind one. */
        @WithDefault("100")
        int mailsPerSource();

        @WithDefault("10m")
        Duration window();
    }

    /** A browser's session. */
    interface Session {

        /** A session that is not used for so long ends. */
        @WithDefault("7d")
        Duration idle();

        /** A session ends after so long, used or not. */
        @WithDefault("30d")
        Duration absolute();

        /** Its use is written down at most so often. */
        @WithDefault("5m")
        Duration touchEvery();

        /** A session known to this process is looked up again after so long: the time that a logout elsewhere takes. */
        @WithDefault("5s")
        Duration recheckAfter();

        /** Sessions kept in memory. */
        @WithDefault("50000")
        long remembered();
    }

    /** Tokens for the services. */
    interface Token {

        @WithDefault("5m")
        Duration validFor();

        /** A session's token is used again for so long; signing costs more than all the rest of a check. */
        @WithDefault("1m")
        Duration reusedFor();

        /** Failed tries at client credentials from one network address within {@link #failureWindow()}. */
        @WithDefault("30")
        int failuresPerSource();

        @WithDefault("10m")
        Duration failureWindow();
    }

    /** The keys that sign tokens. */
    interface Keys {

        /** A key signs for so long, then the next one does. */
        @WithDefault("30d")
        Duration rotateEvery();

        /** A key is published for so long before it signs: longer than the services remember that a key is unknown. */
        @WithDefault("15m")
        Duration publishedBefore();

        /** A key that signs no more is published for so long after its last token has expired. */
        @WithDefault("10m")
        Duration publishedAfter();

        /** How often the stored keys are looked at. */
        @WithDefault("5s")
        Duration reread();
    }
}
