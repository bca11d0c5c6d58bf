package io.capitune.platform.personal;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;

/**
 * One package's part of what is kept about people: every package with a collection that holds something of a person has a bean of
 * this kind, and nothing else has to be told of it.
 */
public interface PersonalData {

    /** The collections that it answers for; a test names those that nobody answers for. */
    Set<String> collections();

    /**
     * Adds all that is kept of the account to the archive, in words and numbers that its owner can read; no secrets, hashes of secrets
     * included.
     */
    void export(String accountId, PersonalArchive archive) throws IOException;

    /** What an erasure would take and what it would leave, in that language. */
    Share preview(String accountId, Locale language);

    /**
     * Erases it. May be called any number of times, also where nothing is left or an earlier call ended half-way; after it
     * returned, nothing of what was there before the call is left but what {@link #preview} said would stay.
     */
    void erase(String accountId);
}
