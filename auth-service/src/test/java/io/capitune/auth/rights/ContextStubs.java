package io.capitune.auth.rights;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;

/** What the stubbed contexts say, in the wire format of {@code PersonalDataResource}. */
final class ContextStubs {

    private static final String ANY = "/(cv|mails)/internal/personal-data/[^/]+";

    private ContextStubs() {}

    /** They keep nothing and erase at once. */
    static void empty(WireMockServer server) {
        server.resetAll();
        server.stubFor(get(urlPathMatching(ANY)).willReturn(zip("nothing.json", "[]")));
        server.stubFor(get(urlPathMatching(ANY + "/preview"))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/json")
                        .withBody("{\"goes\":[{\"what\":\"Vos CV : 2\",\"why\":null}],\"stays\":[]}")));
        server.stubFor(delete(urlPathMatching(ANY)).willReturn(aResponse().withStatus(204)));
    }

    static MappingBuilder exportOf(String context, String accountId) {
        return get(urlPathMatching("/" + context + "/internal/personal-data/" + accountId));
    }

    static MappingBuilder erasureIn(String context) {
        return delete(urlPathMatching("/" + context + "/internal/personal-data/[^/]+"));
    }

    static ResponseDefinitionBuilder zip(String entry, String content) {
        return aResponse().withHeader("Content-Type", "application/zip").withBody(zipped(entry, content));
    }

    static byte[] zipped(String entry, String content) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
