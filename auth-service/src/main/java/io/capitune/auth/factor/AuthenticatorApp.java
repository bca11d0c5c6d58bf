package io.capitune.auth.factor;

import java.time.Instant;
import java.util.List;

import org.bson.codecs.pojo.annotations.BsonId;

/**
 * An account's app, as stored: there is none before a right code has confirmed it.
 *
 * @param sealedSecret the key it shares with the app, sealed for this account
 * @param lastStep the latest step of time whose code was used; none before it and not it itself is taken again
 * @param recoveryCodes keyed hashes of those that still work
 */
public record AuthenticatorApp(
        @BsonId String accountId,
        String sealedSecret,
        long lastStep,
        List<String> recoveryCodes,
        Instant since,
        Instant codesSince,
        int v) {

    static final int VERSION = 1;
}
