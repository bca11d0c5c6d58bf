package io.capitune.platform;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.platform.error.ErrorPage;
import io.capitune.platform.security.CurrentUser;

/** Stands in for the pages of platform-pages: it too asks about the request it draws for. */
@ApplicationScoped
class TestErrorPage implements ErrorPage {

    private final CurrentUser user;

    TestErrorPage(CurrentUser user) {
        this.user = user;
    }

    @Override
    public String html(int status, String code, String detail) {
        return "<h1>" + status + " " + code + " " + user.locale() + "</h1>";
    }
}
