package io.capitune.auth.factor;

import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.platform.random.RandomTokens;
import io.capitune.platform.seal.Sealer;

/** Codes for the day the app is lost: 50 random bits each, stored under a key that is not in the database. */
@ApplicationScoped
public class RecoveryCodes {

    /** How many there are. */
    public static final int COUNT = 10;

    // 32 signs that nobody takes for another: neither I nor O, neither 0 nor 1.
    static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    static final int LENGTH = 10;

    private final RandomTokens random;
    private final Sealer sealer;

    RecoveryCodes(RandomTokens random, Sealer sealer) {
        this.random = random;
        this.sealer = sealer;
    }

    /**
     * Fresh codes.
     *
     * @param shown as a person writes them down; once
     * @param hashes what is stored
     */
    record Fresh(List<String> shown, List<String> hashes) {
        @Override
        public String toString() {
            return "recovery codes";
        }
    }

    Fresh fresh(String accountId) {
        var codes = Stream.generate(this::code).limit(COUNT).toList();
        return new Fresh(
                codes.stream()
                        .map(code -> code.substring(0, LENGTH / 2) + "-" + code.substring(LENGTH / 2))
                        .toList(),
                codes.stream().map(code -> hash(accountId, code)).toList());
    }

    String hash(String accountId, String letters) {
        return sealer.mac("recovery-code", accountId + ":" + letters);
    }

    private String code() {
        var code = new StringBuilder(LENGTH);
        for (var next : random.bytes(LENGTH)) {
            code.append(ALPHABET.charAt(next & 31));
        }
        return code.toString();
    }
}
