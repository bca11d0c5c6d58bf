package io.capitune.auth.passkey;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

import io.capitune.auth.account.Account;

/** PublicKeyCredentialCreationOptionsJSON (WebAuthn 5.1.8): a discoverable credential with user verification, and no attestation. */
public record CreationOptions(
        Party rp,
        User user,
        String challenge,
        List<Parameter> pubKeyCredParams,
        long timeout,
        List<Descriptor> excludeCredentials,
        Selection authenticatorSelection,
        String attestation) {

    /** Who asks. */
    public record Party(String id, String name) {}

    /**
     * Whose it will be.
     *
     * @param id the account's id, as bytes in base64url; it comes back as the user handle
     */
    public record User(String id, String name, String displayName) {}

    /** An algorithm, as COSE numbers it. */
    public record Parameter(String type, int alg) {}

    /** A credential that exists. */
    public record Descriptor(String type, String id, List<String> transports) {}

    /** What kind of credential. */
    public record Selection(String residentKey, boolean requireResidentKey, String userVerification) {}

    static CreationOptions of(
            String partyId, Account account, String challenge, Duration validFor, List<Passkey> existing) {
        return new CreationOptions(
                new Party(partyId, RelyingParty.NAME),
                new User(userHandle(account.id()), account.email(), account.email()),
                challenge,
                RelyingParty.ALGORITHMS.stream()
                        .map(algorithm -> new Parameter("public-key", algorithm))
                        .toList(),
                validFor.toMillis(),
                existing.stream()
                        .map(passkey -> new Descriptor("public-key", passkey.id(), passkey.transports()))
                        .toList(),
                new Selection("required", true, "required"),
                "none");
    }

    /** The bytes by which an authenticator knows the account: its id, which says nothing of its owner. */
    static String userHandle(String accountId) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(accountId.getBytes(StandardCharsets.UTF_8));
    }
}
