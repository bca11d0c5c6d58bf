package io.capitune.platform.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.platform.PlatformConfig;
import io.capitune.platform.random.RandomTokens;

/**
 * Seals secrets that must rest in the database (AES-256-GCM), and makes keyed hashes of values that are guessable, such as
 * addresses and codes (HMAC-SHA256). Both keys are derived (HKDF, RFC 5869) from {@code capitune.sealing-key}.
 */
@ApplicationScoped
public class Sealer {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final RandomTokens random;
    private final SecretKey sealingKey;
    private final SecretKey macKey;

    Sealer(PlatformConfig config, RandomTokens random) {
        this.random = random;
        var root = rootKey(config);
        this.sealingKey = derive(root, "seal", "AES");
        this.macKey = derive(root, "mac", "HmacSHA256");
    }

    /** Seals {@code plain}; {@code context} has to be the same at opening, so that sealed values cannot change places. */
    public String seal(String plain, String context) {
        try {
            var nonce = random.bytes(NONCE_BYTES);
            var cipher = cipher(Cipher.ENCRYPT_MODE, nonce, context);
            var sealed = cipher.doFinal(plain.getBytes(StandardCharsets.UTF_8));
            return ENCODER.encodeToString(ByteBuffer.allocate(nonce.length + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealing failed", e);
        }
    }

    /**
     * Opens what {@link #seal} made.
     *
     * @throws IllegalArgumentException if it was changed, or sealed by another key or for another context
     */
    public String open(String sealed, String context) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(sealed));
            var nonce = new byte[NONCE_BYTES];
            bytes.get(nonce);
            var body = new byte[bytes.remaining()];
            bytes.get(body);
            return new String(cipher(Cipher.DECRYPT_MODE, nonce, context).doFinal(body), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | java.nio.BufferUnderflowException e) {
            throw new IllegalArgumentException("cannot be opened", e);
        }
    }

    /** A keyed hash of {@code value}, separate for each {@code purpose}: 43 base64url characters. */
    public String mac(String purpose, String value) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(macKey);
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return ENCODER.encodeToString(mac.doFinal(value.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("keyed hash failed", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String context) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, sealingKey, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] rootKey(PlatformConfig config) {
        var encoded = config.sealingKey()
                .orElseThrow(() -> new IllegalStateException(
                        "CAPITUNE_SEALING_KEY is missing: base64 of 32 random bytes (`openssl rand -base64 32`)."));
        var key = Base64.getDecoder().decode(encoded.strip());
        if (key.length != 32) {
            throw new IllegalStateException("CAPITUNE_SEALING_KEY must be base64 of exactly 32 bytes.");
        }
        return key;
    }

    private static SecretKey derive(byte[] root, String purpose, String algorithm) {
        try {
            var parameters = HKDFParameterSpec.ofExtract()
                    .addIKM(root)
                    .thenExpand(("capitune/" + purpose).getBytes(StandardCharsets.UTF_8), 32);
            return KDF.getInstance("HKDF-SHA256").deriveKey(algorithm, parameters);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("key derivation failed", e);
        }
    }
}
