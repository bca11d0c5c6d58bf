package io.capitune.auth.rights;

import java.io.IOException;
import java.nio.file.Files;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.platform.error.ProblemException;
import io.capitune.platform.limit.RateLimiter;
import io.capitune.platform.personal.TemporaryZip;
import io.capitune.platform.seal.Sealer;

/** All that is kept about a person, from all contexts, as one ZIP with a folder for each. */
@ApplicationScoped
class Exports {

    private static final String LIMIT = "personal-export";

    private final Contexts contexts;
    private final RateLimiter limiter;
    private final Sealer sealer;
    private final RightsConfig config;

    Exports(Contexts contexts, RateLimiter limiter, Sealer sealer, RightsConfig config) {
        this.contexts = contexts;
        this.limiter = limiter;
        this.sealer = sealer;
        this.config = config;
    }

    /**
     * The whole of it.
     *
     * @throws ContextAwayException if a part cannot be had; nothing is given then
     * @throws ProblemException 429 {@code RATE_LIMITED}
     */
    TemporaryZip of(String accountId) {
        var key = LIMIT + ":" + sealer.mac(LIMIT, accountId);
        var decision = limiter.take(key, config.downloads(), config.downloadWindow());
        if (!decision.allowed()) {
            throw new ProblemException(429, "RATE_LIMITED", "Your data was downloaded often lately; try again later.")
                    .header("Retry-After", Long.toString(decision.retryAfter().toSeconds() + 1));
        }
        return TemporaryZip.of(zip -> {
            for (var context : contexts.all()) {
                try (var part = context.export(accountId)) {
                    copy(part, context.name(), zip);
                }
            }
        });
    }

    private static void copy(TemporaryZip part, String folder, ZipOutputStream zip) throws IOException {
        try (var in = new ZipInputStream(Files.newInputStream(part.file()))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(folder + "/" + entry.getName()));
                in.transferTo(zip);
                zip.closeEntry();
            }
        }
    }
}
