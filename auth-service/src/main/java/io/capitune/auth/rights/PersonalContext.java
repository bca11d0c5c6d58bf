package io.capitune.auth.rights;

import java.util.Locale;

import io.capitune.platform.personal.Share;
import io.capitune.platform.personal.TemporaryZip;

/** A context that keeps something about people: this service or another. */
interface PersonalContext {

    /** Stable: its folder in a download, its name in an erasure's record. */
    String name();

    /**
     * All it keeps of the account; the caller closes it.
     *
     * @throws ContextAwayException if it cannot be had whole
     */
    TemporaryZip export(String accountId);

    /**
     * What it would erase and keep.
     *
     * @throws ContextAwayException if it does not say
     */
    Share preview(String accountId, Locale language);

    /**
     * Erases it; done when this returns, and harmless any number of times.
     *
     * @throws ContextAwayException if it is not certain that all is erased
     */
    void erase(String accountId);
}
