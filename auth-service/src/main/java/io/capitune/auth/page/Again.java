package io.capitune.auth.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import jakarta.ws.rs.core.Response;

import io.capitune.platform.web.SeeOther;

/** Sends somebody who signed in too long ago to sign in once more, before a page that could shut its owner out. */
final class Again {

    private Again() {}

    static Response before(String path) {
        return SeeOther.to("/account/security/again?next=" + URLEncoder.encode(path, StandardCharsets.UTF_8))
                .build();
    }
}
