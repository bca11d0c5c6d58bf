package io.capitune.auth.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.platform.random.Hashes;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;

/** The services that may ask for a token of their own, with their secrets. */
@ApplicationScoped
public class Clients {

    private final Config config;

    Clients(Config config) {
        this.config = config;
    }

    /** True when the client exists, has a secret, and this is it. Takes as long for a wrong guess as for a near one. */
    boolean authentic(String id, String secret) {
        var expected = Optional.ofNullable(config.clients().get(id)).flatMap(Client::secret);
        var same = MessageDigest.isEqual(digest(expected.orElse("")), digest(secret));
        return expected.isPresent() && same;
    }

    private static byte[] digest(String secret) {
        return Hashes.sha256(secret).getBytes(StandardCharsets.US_ASCII);
    }

    /** One entry per service. */
    @ConfigMapping(prefix = "capitune.clients")
    public interface Config {

        @WithParentName
        Map<String, Client> clients();
    }

    /** A service. */
    public interface Client {

        /** At least 128 random bits; without one the client is switched off. */
        Optional<String> secret();
    }
}
