package io.capitune.auth.provider;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.auth.Browser;
import io.quarkus.arc.Unremovable;

import static org.assertj.core.api.Assertions.assertThat;

/** Visits whose answer is not believed. */
@Unremovable
@ApplicationScoped
class FailedVisits {

    private final StoredIdentities identities;

    FailedVisits(StoredIdentities identities) {
        this.identities = identities;
    }

    /** Whoever comes back from the forger by that path is told so on a page, and is neither in nor linked. */
    void assertFailed(Browser browser, String path) {
        var back = browser.get(path);
        assertThat(back.statusCode()).isEqualTo(503);
        assertThat(back.body())
                .contains("Forger ne répond pas comme prévu", "href=\"/login?next=%2Fcv\"")
                .doesNotContain("<script>");
        assertThat(browser.token()).isEmpty();
        assertThat(identities.ofSubject(StubbedProvider.SUBJECT)).isZero();
    }
}
