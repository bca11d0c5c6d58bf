package io.capitune.platform.testing;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Set;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;

/** Tokens as auth-service makes them, and the forgeries that every service has to refuse. */
public final class TestTokens {

    private static final String ISSUER = "http://localhost:8080";
    private static final String AUDIENCE = "capitune";
    private static final String KEY_ID = "test-key";
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final KeyPair KEY = sharedKey();

    private TestTokens() {}

    /** A person's token. */
    public static String user(String id, String role) {
        return user(id, role, "fr");
    }

    /** A person's token, with the account's language. */
    public static String user(String id, String role, String locale) {
        return sign(claims(id, role).claim("locale", locale), KEY);
    }

    /** The token of a candidate who said at sign-in that others use the device. */
    public static String userOnSharedDevice(String id) {
        return sign(claims(id, "candidate").claim("locale", "fr").claim("shared", true), KEY);
    }

    /** A service's token, as client credentials give it. */
    public static String service(String name) {
        return sign(claims(name, "service"), KEY);
    }

    /** Tokens to be refused, by what is wrong with them; each claims the role given. */
    public static Map<String, String> forged(String role) {
        return Map.of(
                "alg none", unsigned(role),
                "wrong key", sign(claims("mallory", role), newKey()),
                "expired", sign(claims("mallory", role).expiresAt(Instant.now().minus(Duration.ofMinutes(5))), KEY),
                "wrong audience", sign(claims("mallory", role).audience("another"), KEY),
                "foreign issuer", sign(claims("mallory", role).issuer("https://evil.example"), KEY),
                "garbage", "not.a.token");
    }

    /** The keys that tokens are verified with, as auth-service publishes them (RFC 7517). */
    public static String jwks() {
        var key = (ECPublicKey) KEY.getPublic();
        return """
                {"keys":[{"kty":"EC","crv":"P-256","use":"sig","alg":"ES256","kid":"%s","x":"%s","y":"%s"}]}""".formatted(
                        KEY_ID,
                        coordinate(key.getW().getAffineX()),
                        coordinate(key.getW().getAffineY()));
    }

    private static JwtClaimsBuilder claims(String subject, String role) {
        return Jwt.issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(subject)
                .claim("roles", Set.of(role))
                .claim("email_verified", true)
                .claim("sid", "sid-" + subject)
                .expiresAt(Instant.now().plus(Duration.ofMinutes(5)));
    }

    private static String sign(JwtClaimsBuilder claims, KeyPair key) {
        return claims.jws().keyId(KEY_ID).algorithm(SignatureAlgorithm.ES256).sign(key.getPrivate());
    }

    private static String unsigned(String role) {
        var payload = sign(claims("mallory", role), KEY).split("\\.")[1];
        var header = BASE64.encodeToString("{\"alg\":\"none\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));
        return header + "." + payload + ".";
    }

    private static String coordinate(BigInteger value) {
        var bytes = value.toByteArray();
        var fixed = new byte[32];
        var length = Math.min(32, bytes.length);
        System.arraycopy(Arrays.copyOfRange(bytes, bytes.length - length, bytes.length), 0, fixed, 32 - length, length);
        return BASE64.encodeToString(fixed);
    }

    // One key per JVM, whichever class loader asks; system properties may hold strings only.
    private static KeyPair sharedKey() {
        synchronized (System.class) {
            var name = TestTokens.class.getName();
            if (System.getProperty(name) == null) {
                var key = newKey();
                System.setProperty(
                        name,
                        BASE64.encodeToString(key.getPublic().getEncoded()) + "."
                                + BASE64.encodeToString(key.getPrivate().getEncoded()));
            }
            return read(System.getProperty(name).split("\\."));
        }
    }

    private static KeyPair read(String[] encoded) {
        try {
            var factory = KeyFactory.getInstance("EC");
            var decoder = Base64.getUrlDecoder();
            return new KeyPair(
                    factory.generatePublic(new X509EncodedKeySpec(decoder.decode(encoded[0]))),
                    factory.generatePrivate(new PKCS8EncodedKeySpec(decoder.decode(encoded[1]))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair newKey() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
