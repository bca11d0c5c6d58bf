package io.capitune.platform.page;

import java.time.Clock;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Addresses of the shared assets that portal-service serves. Each carries a version, so that browsers may keep the file
 * for good: the one that whoever starts the system names (a hash of the assets), else the moment this service started.
 */
@ApplicationScoped
class Assets {

    private final String version;

    Assets(@ConfigProperty(name = "capitune.asset-version") Optional<String> version, Clock clock) {
        this.version = version.orElseGet(() -> Long.toString(clock.instant().getEpochSecond(), 36));
    }

    String url(String file) {
        return "/assets/" + file + "?v=" + version;
    }
}
