package io.capitune.auth.factor;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * How an account stands.
 *
 * @param since since when it has an app; null when it has none
 * @param recoveryCodesLeft those that still work; 0 without an app
 * @param required whether it has to have an app or a passkey
 */
public record SecondFactorState(@Nullable Instant since, int recoveryCodesLeft, boolean required) {

    @JsonProperty("on")
    public boolean on() {
        return since != null;
    }

    /** Whether new recovery codes are due. */
    public boolean codesScarce() {
        return on() && recoveryCodesLeft <= 3;
    }
}
