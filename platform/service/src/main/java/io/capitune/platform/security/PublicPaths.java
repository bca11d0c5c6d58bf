package io.capitune.platform.security;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.platform.PlatformConfig;

/** The paths of a service that visitors may call: {@code capitune.public-paths}. All others want a signed-in caller. */
@ApplicationScoped
class PublicPaths {

    private final List<String> patterns;

    PublicPaths(PlatformConfig config) {
        this.patterns = config.publicPaths().orElse(List.of());
    }

    boolean contains(String path) {
        return patterns.stream().anyMatch(pattern -> matches(pattern, path));
    }

    private static boolean matches(String pattern, String path) {
        return pattern.endsWith("*")
                ? path.startsWith(pattern.substring(0, pattern.length() - 1))
                : path.equals(pattern);
    }
}
