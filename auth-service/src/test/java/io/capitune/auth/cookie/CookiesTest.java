package io.capitune.auth.cookie;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;

import io.capitune.platform.security.Languages;
import io.capitune.platform.testing.PrivacyPage;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What browsers are given to keep is told on the privacy page. */
class CookiesTest {

    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Pattern COOKIE = Pattern.compile("new HostCookie\\(\\s*\"([^\"]+)\"");

    @Test
    void privacyPageNamesEveryCookieAndNoOther() throws IOException {
        var cookies = new TreeSet<String>();
        cookies.add(Languages.COOKIE);
        try (var files = Files.walk(SOURCES)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                COOKIE.matcher(Files.readString(file)).results().forEach(match -> cookies.add(match.group(1)));
            }
        }

        assertThat(cookies).contains("session", "device");
        assertThat(PrivacyPage.all())
                .allSatisfy(page -> assertThat(page.cookies()).as("%s", page).isEqualTo(cookies));
    }
}
