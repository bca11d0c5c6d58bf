package io.capitune.auth.passkey;

import java.util.List;

/** PublicKeyCredentialRequestOptionsJSON (WebAuthn 5.5): any discoverable credential of this site, with user verification. */
public record RequestOptions(
        String challenge, long timeout, String rpId, List<String> allowCredentials, String userVerification) {

    static RequestOptions of(String challenge, long timeout, String rpId) {
        return new RequestOptions(challenge, timeout, rpId, List.of(), "required");
    }
}
