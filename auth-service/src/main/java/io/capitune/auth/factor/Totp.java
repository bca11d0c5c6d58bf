package io.capitune.auth.factor;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One-time codes by the clock (RFC 6238) in the one form that every app speaks: HMAC-SHA-1, six digits, steps of 30 seconds. */
public final class Totp {

    /** How long a code is the present one, in seconds. */
    public static final int STEP_SECONDS = 30;

    static final int DIGITS = 6;
    static final int SECRET_BYTES = 20;

    private static final int MODULUS = 1_000_000;
    // RFC 6238 5.2: one step for clocks that differ and for the time that typing takes.
    private static final int NEIGHBOURS = 1;

    private Totp() {}

    /** The code of a moment. */
    public static String code(byte[] secret, Instant moment) {
        return code(secret, step(moment));
    }

    /** The step whose code this is: the present one or a neighbour, and later than {@code lastStep}. */
    static OptionalLong match(byte[] secret, String code, Instant now, long lastStep) {
        var present = step(now);
        // Every candidate is computed, whichever matches.
        var matching = LongStream.rangeClosed(present - NEIGHBOURS, present + NEIGHBOURS)
                .filter(step -> same(code(secret, step), code))
                .toArray();
        return LongStream.of(matching).filter(step -> step > lastStep).findFirst();
    }

    private static long step(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), STEP_SECONDS);
    }

    // RFC 4226 5.3
    private static String code(byte[] secret, long step) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            var offset = hash[hash.length - 1] & 0xf;
            var number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fff_ffff;
            return String.format(Locale.ROOT, "%0" + DIGITS + "d", number % MODULUS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA1", e);
        }
    }

    private static boolean same(String expected, String typed) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII), typed.getBytes(StandardCharsets.US_ASCII));
    }
}
