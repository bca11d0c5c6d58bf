package io.capitune.auth.password;

import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which hashes from elsewhere are taken in. Each sign-in computes what the hash says, so none may want more memory than ours do, nor
 * more than about eight times their time: whoever wrote the file could otherwise have sign-ins take all there is. Weaker ones are
 * taken, and made anew at the first sign-in.
 */
public final class ForeignHash {

    /** Characters of the longest one that is taken. */
    public static final int LONGEST = 200;

    private static final Pattern BCRYPT = Pattern.compile("\\$2[aby]\\$(\\d{2})\\$[./A-Za-z0-9]{53}");
    private static final Pattern ARGON2ID = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,6}),t=(\\d{1,3}),p=(\\d{1,3})\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

    private static final int CHEAPEST_BCRYPT = 4;
    private static final int DEAREST_BCRYPT = 14;
    private static final int MOST_PASSES = 16;
    private static final int MOST_LANES = 16;
    // RFC 9106, 3.1: each lane has eight KiB at least.
    private static final int KIB_PER_LANE = 8;

    private ForeignHash() {}

    /** What speaks for a hash, or against it. */
    public enum Judgement {
        TAKEN,
        /** It is no bcrypt or Argon2id hash that could be compared with. */
        UNKNOWN,
        /** Comparing with it would take too much time or memory. */
        TOO_DEAR
    }

    public static Judgement judge(String hash) {
        if (hash.length() > LONGEST) {
            return Judgement.UNKNOWN;
        }
        var bcrypt = BCRYPT.matcher(hash);
        if (bcrypt.matches()) {
            return judge(CHEAPEST_BCRYPT, number(bcrypt, 1), DEAREST_BCRYPT);
        }
        var argon2 = ARGON2ID.matcher(hash);
        return argon2.matches() && isBase64(argon2.group(4)) && isBase64(argon2.group(5))
                ? judgeArgon2(number(argon2, 1), number(argon2, 2), number(argon2, 3))
                : Judgement.UNKNOWN;
    }

    private static Judgement judgeArgon2(int kib, int passes, int lanes) {
        if (lanes < 1 || kib < KIB_PER_LANE * lanes) {
            return Judgement.UNKNOWN;
        }
        return lanes > MOST_LANES || kib > PasswordHasher.MEMORY_KIB
                ? Judgement.TOO_DEAR
                : judge(1, passes, MOST_PASSES);
    }

    private static Judgement judge(int least, int cost, int most) {
        return cost < least ? Judgement.UNKNOWN : cost > most ? Judgement.TOO_DEAR : Judgement.TAKEN;
    }

    private static int number(Matcher found, int group) {
        return Integer.parseInt(found.group(group));
    }

    private static boolean isBase64(String text) {
        try {
            return Base64.getDecoder().decode(text).length > 0;
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }
}
