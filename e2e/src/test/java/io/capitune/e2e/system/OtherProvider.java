package io.capitune.e2e.system;

import java.net.URI;
import java.util.List;
import java.util.Map;

import io.capitune.platform.testing.FreePort;
import io.capitune.platform.testing.OpenIdProvider;

/** The OpenID provider that the system is told of. It stands on another site, as providers do, and is away until a test starts it. */
public final class OtherProvider {

    /** As people know it. */
    public static final String LABEL = "Essai";

    private static final String CLIENT_ID = "capitune";
    private static final String CLIENT_SECRET = "essai-essai-essai-essai";
    private static final int PORT = FreePort.find();

    private OtherProvider() {}

    /** Settings of a system that knows it. */
    static Map<String, String> settings() {
        return Map.of(
                "CAPITUNE_PROVIDERS", "essai",
                "CAPITUNE_PROVIDER_ESSAI_LABEL", LABEL,
                "CAPITUNE_PROVIDER_ESSAI_ISSUER", provider("").issuer(),
                "CAPITUNE_PROVIDER_ESSAI_CLIENT_ID", CLIENT_ID,
                "CAPITUNE_PROVIDER_ESSAI_CLIENT_SECRET", CLIENT_SECRET);
    }

    /** Starts it for the system that tests share; who starts it closes it. */
    public static OpenIdProvider start() {
        var gateway = CapituneSystem.get().gateway();
        return OpenIdProvider.start(List.of(provider(gateway + "/login/with/essai/callback")));
    }

    /**
     * Goes there as somebody of that address, which it has verified.
     *
     * @return the path, with the answer, that it sends the person back to; not gone to yet
     */
    public static String answer(Visitor person, String email) {
        var leaving = person.postForm("/login/with/essai", Map.of("next", "/cv"));
        var target = leaving.found("content=\"0; url=([^\"]+)\"").replace("&amp;", "&");
        var there = new Visitor(URI.create(provider("").issuer())::resolve);
        var question = there.get(target).header("Location");
        var said = Map.of("sub", email, "email", email, "verified", "true");
        var agreed = there.postForm(question, said).header("Location");
        var back = there.get(agreed).header("Location");
        return back.replace(CapituneSystem.get().gateway().toString(), "");
    }

    private static OpenIdProvider.Settings provider(String redirectUri) {
        return new OpenIdProvider.Settings(PORT, CLIENT_ID, CLIENT_SECRET, redirectUri, true);
    }
}
