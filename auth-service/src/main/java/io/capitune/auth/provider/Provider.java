package io.capitune.auth.provider;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Another OpenID provider that people may sign in with.
 *
 * @param name in addresses and settings, such as {@code google}
 * @param label as people know it, such as {@code Google}
 * @param issuer its name for itself, below which its discovery document stands
 * @param scopes what is asked for, {@code openid} and {@code email} at least
 * @param nonce whether its ID tokens give back the nonce that was sent, as OpenID Connect asks; LinkedIn's do not
 * @param pkce whether it takes a proof key beside the client's secret; LinkedIn does not
 */
public record Provider(
        String name,
        String label,
        String issuer,
        String clientId,
        String clientSecret,
        List<String> scopes,
        boolean nonce,
        boolean pkce) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
    private static final Set<String> NEEDED = Set.of("openid", "email");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    public Provider {
        scopes = List.copyOf(scopes);
        require(NAME.matcher(name).matches(), name, "a name is made of small letters, digits and single dashes");
        require(isSafe(issuer), name, "the issuer is an https address");
        require(scopes.containsAll(NEEDED), name, "the scopes include openid and email");
    }

    // Over plain http anybody between could be the provider; on this machine there is nobody between.
    static boolean isSafe(URI address) {
        var host = address.getHost();
        return host != null
                && ("https".equals(address.getScheme())
                        || "http".equals(address.getScheme()) && LOOPBACK.contains(host));
    }

    private static boolean isSafe(String issuer) {
        try {
            return isSafe(new URI(issuer));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static void require(boolean kept, String name, String rule) {
        if (!kept) {
            throw new IllegalArgumentException("The provider “" + name + "” (CAPITUNE_PROVIDERS): " + rule + ".");
        }
    }

    /** The path of this site that it sends people back to. */
    public String callbackPath() {
        return "/login/with/" + name + "/callback";
    }

    @Override
    public String toString() {
        return "the provider " + name;
    }
}
