package io.capitune.auth.factor;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * An app about to be set up. Nothing of it is stored: the page carries it, sealed for its account, until a right code confirms it.
 *
 * @param key in Base32, for an app that cannot read the picture
 * @param uri what the picture says ({@code otpauth:}, as Google Authenticator and its kin read it)
 * @param sealed to be sent back with the code
 */
public record EnrolmentDraft(String key, String uri, String sealed) {

    private static final int GROUP = 4;
    private static final String ISSUER = "Capitune";

    static EnrolmentDraft of(byte[] secret, String email, String sealed) {
        var key = Base32.encode(secret);
        var label = encode(ISSUER) + ":" + encode(email);
        return new EnrolmentDraft(
                key, "otpauth://totp/" + label + "?secret=" + key + "&issuer=" + encode(ISSUER), sealed);
    }

    /** The key as people copy it: in groups of four. */
    public String keyInGroups() {
        return key.replaceAll("(.{" + GROUP + "})(?=.)", "$1 ");
    }

    @Override
    public String toString() {
        return "an app's draft";
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
