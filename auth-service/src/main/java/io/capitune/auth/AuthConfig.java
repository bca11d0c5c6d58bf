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

    Password password();

    SecondFactor secondFactor();

    Passkey passkey();

    Address address();

    Device device();

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

        /** Codes tried at all sign-ins of one address within a day; their links go on working. */
        @WithDefault("50")
        int codeTriesPerDay();

        /** Codes tried from one network address (IPv6: one /64) within a day, at whatever addresses; right ones count as well. */
        @WithDefault("500")
        int codeTriesPerSource();

        /** Least time between two mails of one kind to one address asked for by one browser. */
        @WithDefault("60s")
        Duration pause();

        /** Mails of one kind (signing in, registering, a forgotten password, a new address) to one address within {@link #window()}. */
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

        /** The same on a device that others use. */
        @WithDefault("30m")
        Duration sharedIdle();

        /** A session ends after so long, used or not. */
        @WithDefault("30d")
        Duration absolute();

        /** Its use is written down at most so often, or in every thirtieth of its idle time where that is less. */
        @WithDefault("5m")
        Duration touchEvery();

        /**
         * A session known to this process is looked up again after so long: the time that a logout elsewhere, a suspension or another
         * role takes, with the look itself.
         */
        @WithDefault("3s")
        Duration recheckAfter();

        /** What could shut somebody out of their account wants a sign-in that is not older. */
        @WithDefault("15m")
        Duration recentFor();

        /** As many browsers and as many API clients may have a session of one account: with one more, the one unused for longest ends. */
        @WithDefault("50")
        int most();

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

    /** An app's codes, and the recovery codes that stand in for them. */
    interface SecondFactor {

        /** How long a sign-in waits for its second step. */
        @WithDefault("10m")
        Duration waitsFor();

        /** Tries until a sign-in that waits takes no more; whoever has gone so far signs in anew. */
        @WithDefault("5")
        int triesPerSignIn();

        /** Tries at one account's codes within a minute. */
        @WithDefault("5")
        int triesPerMinute();

        /** Tries at one account's codes within an hour. */
        @WithDefault("20")
        int triesPerHour();

        /** Tries at one account's codes within a day: a guess at three of a million codes each time. */
        @WithDefault("50")
        int triesPerDay();

        /** Tries from one network address within {@link #sourceWindow()}. */
        @WithDefault("100")
        int triesPerSource();

        @WithDefault("10m")
        Duration sourceWindow();
    }

    /** Passkeys (WebAuthn). */
    interface Passkey {

        /** How long a browser has to answer a challenge. */
        @WithDefault("5m")
        Duration challengeValidFor();

        /** Challenges asked for by one network address within {@link #window()}. */
        @WithDefault("200")
        int challengesPerSource();

        @WithDefault("10m")
        Duration window();

        /** Passkeys of one account. */
        @WithDefault("20")
        int perAccount();
    }

    /** Passwords, and links for forgotten ones. */
    interface Password {

        /** Hashes computed at once, each on a thread of its own with 19 MiB. */
        @WithDefault("2")
        int hashesAtOnce();

        /** Tries at one address that wait for nothing; after them the waits double, from {@link #firstWait()} to {@link #longestWait()}. */
        @WithDefault("5")
        int freeTries();

        /** Where the doubling begins. */
        @WithDefault("1s")
        Duration firstWait();

        /** Where the doubling ends. */
        @WithDefault("60s")
        Duration longestWait();

        /** Tries are forgotten one by one, as many as are free within so long. */
        @WithDefault("1h")
        Duration triesForgottenAfter();

        /** Tries from one network address that wait for nothing, then as above; an office or a school may sit behind one. */
        @WithDefault("100")
        int triesPerSource();

        /**
         * Right passwords of one account within {@link #window()} that give it its free tries back: more than anybody types, and than a
         * program needs that keeps its refresh token. Those beyond wait as guesses do.
         */
        @WithDefault("60")
        int rightTriesPerAccount();

        /** New passwords of one account that are judged within {@link #window()}; those beyond are refused unseen. */
        @WithDefault("30")
        int judgedPerAccount();

        /** Registrations from one network address within {@link #window()}. */
        @WithDefault("100")
        int registrationsPerSource();

        @WithDefault("10m")
        Duration window();

        /** How long the links of registrations, forgotten passwords and new addresses are good for. */
        @WithDefault("30m")
        Duration linkValidFor();

        /** A refresh token is good for so long, each use giving another; never longer than its session, which ends without use. */
        @WithDefault("7d")
        Duration refreshFor();

        /** A refresh token that was used so little ago is refused and no more: its owner's two requests met. Later it is a theft. */
        @WithDefault("10s")
        Duration refreshGrace();
    }

    /** Another address for an account. */
    interface Address {

        /** How long the link that was sent to the former address takes the account back; nobody else gets that address meanwhile. */
        @WithDefault("7d")
        Duration undoableFor();

        /** How long a former address is known as one of the account's, so that mails to it are given out and erased with it. */
        @WithDefault("30d")
        Duration formerRememberedFor();

        /** Changes that one account may ask for within {@link #window()}: each mails an address of somebody's choice. */
        @WithDefault("5")
        int requestsPerAccount();

        @WithDefault("1h")
        Duration window();
    }

    /** Browsers and API clients that an account knows. */
    interface Device {

        /** One that opens no session for so long is forgotten. */
        @WithDefault("365d")
        Duration rememberedFor();

        /** So many devices of one account are known: with one more, the one unused for longest is forgotten. */
        @WithDefault("100")
        int most();

        /** Mails about new devices of one account within a day: whoever has all it takes to come in fills no mailbox. */
        @WithDefault("10")
        int mailsPerDay();
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
