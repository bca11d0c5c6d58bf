package io.capitune.auth.passkey;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;

import io.capitune.platform.random.Hashes;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/**
 * A browser with an authenticator, in software and by the letter of WebAuthn (5.8.1, 6.1, 6.5): what it says can be bent at will, which
 * real ones do not allow. Written without the library that checks it.
 */
final class SoftPasskey {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final int PRESENT = 0x01;
    private static final int VERIFIED = 0x04;
    private static final int ATTESTED = 0x40;

    private final KeyPair keys;
    private byte[] credentialId = new byte[32];
    private String origin = "http://localhost:8080";
    private String rpId = "localhost";
    private String type;
    private int flags = PRESENT | VERIFIED;
    private long count;
    private String userHandle;
    private boolean counts = true;
    private boolean crossOrigin;

    SoftPasskey() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            this.keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        new SecureRandom().nextBytes(credentialId);
    }

    SoftPasskey at(String otherOrigin) {
        origin = otherOrigin;
        return this;
    }

    SoftPasskey forParty(String otherRpId) {
        rpId = otherRpId;
        return this;
    }

    SoftPasskey ofType(String otherType) {
        type = otherType;
        return this;
    }

    SoftPasskey unverified() {
        flags = PRESENT;
        return this;
    }

    /** In a frame of another site's page. */
    SoftPasskey framed() {
        crossOrigin = true;
        return this;
    }

    SoftPasskey withoutCounter() {
        counts = false;
        return this;
    }

    SoftPasskey saysItIs(String otherUserHandle) {
        userHandle = otherUserHandle;
        return this;
    }

    SoftPasskey withIdOf(SoftPasskey other) {
        credentialId = other.credentialId;
        return this;
    }

    /** Where the counter stands: a copy made now would go on from here. */
    long count() {
        return count;
    }

    SoftPasskey countsFrom(long former) {
        count = former;
        return this;
    }

    String id() {
        return BASE64.encodeToString(credentialId);
    }

    /** The answer to {@code navigator.credentials.create}. */
    JsonObject create(JsonObject options) {
        userHandle = options.getJsonObject("user").getString("id");
        var clientData = clientData(type == null ? "webauthn.create" : type, options.getString("challenge"));
        var attestation = concat(
                new byte[] {(byte) 0xa3},
                text("fmt"),
                text("none"),
                text("attStmt"),
                new byte[] {(byte) 0xa0},
                text("authData"),
                byteString(authenticatorData(ATTESTED, attestedCredential())));
        return answer(new JsonObject()
                .put("clientDataJSON", BASE64.encodeToString(clientData))
                .put("attestationObject", BASE64.encodeToString(attestation))
                .put("transports", new JsonArray().add("internal").add("hybrid").add("telepathy")));
    }

    /** The answer to {@code navigator.credentials.get}. */
    JsonObject get(JsonObject options) {
        var clientData = clientData(type == null ? "webauthn.get" : type, options.getString("challenge"));
        var data = authenticatorData(0, new byte[0]);
        return answer(new JsonObject()
                .put("clientDataJSON", BASE64.encodeToString(clientData))
                .put("authenticatorData", BASE64.encodeToString(data))
                .put("signature", BASE64.encodeToString(sign(concat(data, Hashes.sha256Bytes(clientData)))))
                .put("userHandle", userHandle));
    }

    private JsonObject answer(JsonObject response) {
        return new JsonObject()
                .put("id", id())
                .put("rawId", id())
                .put("type", "public-key")
                .put("clientExtensionResults", new JsonObject())
                .put("response", response);
    }

    private byte[] clientData(String ceremony, String challenge) {
        return new JsonObject()
                .put("type", ceremony)
                .put("challenge", challenge)
                .put("origin", origin)
                .put("crossOrigin", crossOrigin)
                .encode()
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] authenticatorData(int moreFlags, byte[] attested) {
        count = counts ? count + 1 : 0;
        return concat(
                Hashes.sha256Bytes(rpId.getBytes(StandardCharsets.UTF_8)),
                new byte[] {(byte) (flags | moreFlags)},
                ByteBuffer.allocate(4).putInt((int) count).array(),
                attested);
    }

    private byte[] attestedCredential() {
        var point = ((ECPublicKey) keys.getPublic()).getW();
        return concat(
                new byte[16],
                ByteBuffer.allocate(2).putShort((short) credentialId.length).array(),
                credentialId,
                // COSE (RFC 9053): kty EC2, alg ES256, crv P-256, x, y
                new byte[] {(byte) 0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21},
                byteString(fixed(point.getAffineX().toByteArray())),
                new byte[] {0x22},
                byteString(fixed(point.getAffineY().toByteArray())));
    }

    private byte[] sign(byte[] content) {
        try {
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] fixed(byte[] number) {
        var fixed = new byte[32];
        var from = Math.max(0, number.length - 32);
        System.arraycopy(number, from, fixed, 32 - (number.length - from), number.length - from);
        return fixed;
    }

    private static byte[] text(String text) {
        return concat(new byte[] {(byte) (0x60 | text.length())}, text.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] byteString(byte[] bytes) {
        var head = bytes.length < 256
                ? new byte[] {0x58, (byte) bytes.length}
                : new byte[] {0x59, (byte) (bytes.length >> 8), (byte) bytes.length};
        return concat(head, bytes);
    }

    private static byte[] concat(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }
}
