package io.capitune.auth.passkey;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/**
 * What a browser's {@code PublicKeyCredential.toJSON()} says (WebAuthn 5.1, RegistrationResponseJSON and AuthenticationResponseJSON),
 * as far as it is looked at; all bytes in base64url.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Answer(@Nullable String id, @Nullable Response response) {

    /**
     * The authenticator's part.
     *
     * @param attestationObject of a new credential
     * @param authenticatorData of a sign-in, with {@code signature} and {@code userHandle}
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Response(
            @Nullable String clientDataJSON,
            @Nullable String attestationObject,
            @Nullable List<String> transports,
            @Nullable String authenticatorData,
            @Nullable String signature,
            @Nullable String userHandle) {}
}
