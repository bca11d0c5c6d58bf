package io.capitune.auth.passkey;

import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import io.capitune.platform.PlatformConfig;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Our side of both ceremonies (WebAuthn 7.1 and 7.2), which the library checks step by step: type, challenge, origin, the hash of
 * the relying party's id, presence and verification of the user, signature, count. Anything that is not as it should be ends in
 * nothing, and nobody is told which of them it was.
 */
@ApplicationScoped
public class RelyingParty {

    static final String NAME = "Capitune";

    /** ES256 is what passkeys speak; EdDSA and RS256 are what else there is (Windows Hello). */
    static final List<Integer> ALGORITHMS = List.of(-7, -8, -257);

    private static final Logger LOG = Logger.getLogger(RelyingParty.class);
    private static final List<PublicKeyCredentialParameters> PARAMETERS = ALGORITHMS.stream()
            .map(COSEAlgorithmIdentifier::create)
            .map(algorithm -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm))
            .toList();
    private static final List<String> TRANSPORTS = List.of("ble", "hybrid", "internal", "nfc", "smart-card", "usb");
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final String id;
    private final Origin origin;
    private final WebAuthnManager library;
    private final AttestedCredentialDataConverter converter;

    RelyingParty(PlatformConfig platform) {
        this.id = platform.publicUrl().getHost();
        this.origin = Origin.create(origin(platform.publicUrl()));
        var objects = new ObjectConverter();
        this.library = WebAuthnManager.createNonStrictWebAuthnManager(objects);
        this.converter = new AttestedCredentialDataConverter(objects);
    }

    /** A new credential that was proved to be held. */
    record Made(String id, String publicKey, long signCount, boolean synced, List<String> transports) {}

    /** A proof that a passkey is held. */
    record Proved(long signCount) {}

    /** Uses an answer's challenge up; false where it is none of ours. */
    interface Redeem {
        boolean redeem(String challenge);
    }

    /** The host of the public address: passkeys are good there and below. */
    String id() {
        return id;
    }

    /** Checks a registration; its challenge is used up before anything else is looked at. */
    Optional<Made> made(@Nullable Answer answer, Redeem redeem) {
        var response = answer == null ? null : answer.response();
        if (response == null) {
            return Optional.empty();
        }
        var transports = transports(response.transports());
        return attempt(() -> library.parse(new RegistrationRequest(
                        bytes(response.attestationObject()), bytes(response.clientDataJSON()), transports)))
                .flatMap(data -> redeemed(data.getCollectedClientData(), redeem)
                        .flatMap(challenge -> attempt(() -> made(data, challenge, transports))));
    }

    /** Checks a sign-in with this passkey; its challenge is used up before anything else is looked at. */
    Optional<Proved> proved(Answer answer, Passkey passkey, Redeem redeem) {
        var response = answer.response();
        if (response == null) {
            return Optional.empty();
        }
        return attempt(() -> library.parse(new AuthenticationRequest(
                        DECODER.decode(passkey.id()),
                        bytes(response.userHandle()),
                        bytes(response.authenticatorData()),
                        bytes(response.clientDataJSON()),
                        bytes(response.signature()))))
                .flatMap(data -> redeemed(data.getCollectedClientData(), redeem)
                        .flatMap(challenge -> attempt(() -> proved(data, challenge, passkey))));
    }

    private Made made(RegistrationData data, String challenge, Set<String> transports) {
        library.verify(data, new RegistrationParameters(server(challenge), PARAMETERS, true, true));
        var authenticator = data.getAttestationObject().getAuthenticatorData();
        var credential = authenticator.getAttestedCredentialData();
        return new Made(
                ENCODER.encodeToString(credential.getCredentialId()),
                ENCODER.encodeToString(converter.convert(credential)),
                authenticator.getSignCount(),
                authenticator.isFlagBE(),
                List.copyOf(transports));
    }

    private Proved proved(AuthenticationData data, String challenge, Passkey passkey) {
        var allowed = List.of(DECODER.decode(passkey.id()));
        library.verify(data, new AuthenticationParameters(server(challenge), record(passkey), allowed, true, true));
        return new Proved(data.getAuthenticatorData().getSignCount());
    }

    // What is looked at is whatever somebody sent, and the library lets its parsers' own exceptions through.
    private static <T> Optional<T> attempt(Supplier<T> look) {
        try {
            return Optional.of(look.get());
        } catch (RuntimeException refused) {
            LOG.debugf(refused, "A passkey's answer was refused");
            return Optional.empty();
        }
    }

    private static Optional<String> redeemed(@Nullable CollectedClientData clientData, Redeem redeem) {
        return Optional.ofNullable(clientData)
                .map(CollectedClientData::getChallenge)
                .map(challenge -> ENCODER.encodeToString(challenge.getValue()))
                .filter(redeem::redeem);
    }

    private CredentialRecordImpl record(Passkey passkey) {
        return new CredentialRecordImpl(
                new NoneAttestationStatement(),
                true,
                passkey.synced(),
                null,
                passkey.signCount(),
                converter.convert(DECODER.decode(passkey.publicKey())),
                null,
                null,
                null,
                null);
    }

    private ServerProperty server(String challenge) {
        return ServerProperty.builder()
                .origin(origin)
                .rpId(id)
                .challenge(new DefaultChallenge(DECODER.decode(challenge)))
                .build();
    }

    // A hint for the browser, as the browser gave it: only what the standard names.
    private static Set<String> transports(@Nullable List<String> said) {
        return said == null
                ? Set.of()
                : TRANSPORTS.stream().filter(said::contains).collect(Collectors.toUnmodifiableSet());
    }

    private static byte[] bytes(@Nullable String base64url) {
        if (base64url == null) {
            throw new IllegalArgumentException("a part of the answer is missing");
        }
        return DECODER.decode(base64url);
    }

    private static String origin(URI url) {
        return url.getScheme() + "://" + url.getRawAuthority();
    }
}
