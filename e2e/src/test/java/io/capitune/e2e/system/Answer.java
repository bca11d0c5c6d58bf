package io.capitune.e2e.system;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

/** What came back. */
public record Answer(int status, HttpHeaders headers, byte[] body) {

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public JsonNode json() {
        return Json.read(text());
    }

    /** What the first group of the pattern stands for in the text. */
    public String found(String pattern) {
        var matcher = Pattern.compile(pattern).matcher(text());
        if (!matcher.find()) {
            throw new AssertionError("no " + pattern + " in " + this);
        }
        return matcher.group(1);
    }

    /** A header's first value, or an empty text. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** Whether it is a problem of the API, as RFC 9457 has it. */
    public boolean isProblem() {
        return header("Content-Type").startsWith("application/problem+json");
    }

    /** The stable code of a problem; the body in full where it is none. */
    public String code() {
        return isProblem() ? json().path("code").asText() : "no problem but " + text();
    }

    /** Status and code in one, such as {@code 403 QUOTA_REACHED}. */
    public String refusal() {
        return status + " " + code();
    }

    @Override
    public String toString() {
        return status + " " + headers.map() + "\n" + (body.length > 2000 ? body.length + " bytes" : text());
    }
}
