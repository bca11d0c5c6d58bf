package io.capitune.cvjob.page;

import java.util.regex.Pattern;

import io.restassured.response.Response;

import static org.assertj.core.api.Assertions.assertThat;

/** A page as it came, and what all of them have to keep to. */
final class Html {

    private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([\\w-]+)\"");

    private Html() {}

    /** The page's text; it carries no style and no script of its own, which the gateway's policy would block. */
    static String of(Response response) {
        var html = response.asString();
        assertThat(response.contentType()).startsWith("text/html");
        assertThat(html)
                .doesNotContainPattern("<style|<\\w[^>]*\\s(style|on\\w+)=|<script(?![^>]*\\ssrc=)|javascript:");
        assertThat(html).doesNotContain("NOT_FOUND", "{generate:", "{status:", "{cvs:");
        assertThat(response.header("Cache-Control")).contains("no-store");
        return html;
    }

    /** The key of the form on the page. */
    static String key(String html) {
        var key = KEY.matcher(html);
        assertThat(key.find()).isTrue();
        return key.group(1);
    }
}
