package io.capitune.worker.compose.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

import io.capitune.platform.random.RandomTokens;

/**
 * Where an account's answer to a request is kept, and what it is sealed with (AES-256-GCM). Both are derived (HKDF, RFC 5869)
 * from the account and the whole request, so that only who holds the same input of the same account finds the answer and can
 * read it: no other account, and nobody once the jobs with that input are gone.
 */
final class AnswerKey {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final String id;
    private final SecretKey key;

    private AnswerKey(String id, SecretKey key) {
        this.id = id;
        this.key = key;
    }

    /** @param request everything that the answer depends on */
    static AnswerKey of(String owner, byte[] request) {
        byte[] account = owner.getBytes(StandardCharsets.UTF_8);
        byte[] material = ByteBuffer.allocate(Integer.BYTES + account.length + request.length)
                .putInt(account.length)
                .put(account)
                .put(request)
                .array();
        try {
            byte[] id = derive(material, "id", "Generic").getEncoded();
            return new AnswerKey(
                    Base64.getUrlEncoder().withoutPadding().encodeToString(id), derive(material, "seal", "AES"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK since 25 has HKDF", e);
        }
    }

    /** Tells nothing of account or request. */
    String id() {
        return id;
    }

    byte[] seal(String answer, RandomTokens random) throws GeneralSecurityException {
        byte[] nonce = random.bytes(NONCE_BYTES);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(answer.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** @throws GeneralSecurityException where it was changed, or sealed for another account or request */
    String open(byte[] sealed) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, sealed, 0, NONCE_BYTES));
        byte[] plain = cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
        return new String(plain, StandardCharsets.UTF_8);
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    private static SecretKey derive(byte[] material, String purpose, String algorithm) throws GeneralSecurityException {
        var parameters = HKDFParameterSpec.ofExtract()
                .addIKM(material)
                .thenExpand(("capitune/composition/" + purpose).getBytes(StandardCharsets.UTF_8), 32);
        return KDF.getInstance("HKDF-SHA256").deriveKey(algorithm, parameters);
    }
}
