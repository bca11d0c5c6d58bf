package io.capitune.e2e;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;

import io.capitune.e2e.system.Candidate;
import io.capitune.e2e.system.CapituneSystem;
import io.capitune.e2e.system.Resumes;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The file as it leaves: whole, in parts, named, private; and when it is gone. */
class DownloadTest {

    private final Candidate person = Candidate.signedIn();

    private String printed(String name) {
        return download(done(name));
    }

    private String done(String name) {
        var id = person.submit(Resumes.of(name, "Entrepôt des Alpilles"));
        person.awaitDone(id);
        return id;
    }

    private static String download(String id) {
        return "/api/cv/jobs/" + id + "/download";
    }

    @Test
    void fileIsNamedAfterThePersonInAnyScriptAndKeptByNobodyElse() {
        var answer = person.get(printed("Łucja Ås 陈"));

        assertThat(answer.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(answer.header("Cache-Control")).contains("private");
        assertThat(answer.header("Content-Disposition"))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''CV%20%C5%81ucja%20%C3%85s%20%E9%99%88.pdf");
    }

    @Test
    void lengthIsToldEvenToABrowserThatUnpacks() {
        var answer = person.with("Accept-Encoding", "gzip, br").get(printed("Zoé Tremblay"));

        assertThat(answer.header("Content-Encoding")).isEmpty();
        assertThat(answer.header("Content-Length")).isEqualTo(Integer.toString(answer.body().length));
        assertThat(answer.body()).startsWith("%PDF-".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void partsComeOnRequest() {
        var path = printed("Zoé Tremblay");
        var whole = person.get(path);

        var part = person.send("GET", path, BodyPublishers.noBody(), "Range", "bytes=5-14");
        var beyond = person.send("GET", path, BodyPublishers.noBody(), "Range", "bytes=99999999-");

        assertThat(part.status()).isEqualTo(206);
        assertThat(part.header("Content-Range")).isEqualTo("bytes 5-14/" + whole.body().length);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole.body(), 5, 15));
        assertThat(beyond.status()).isEqualTo(416);
    }

    @Test
    void fileThatIsGoneIsToldAndCanBePrintedAgain() throws IOException {
        var id = done("Zoé Tremblay");
        Files.delete(CapituneSystem.get().fileOf(id));

        assertThat(person.get(download(id)).refusal()).isEqualTo("410 PDF_GONE");
        assertThat(person.with("Accept", "text/html").get("/cv/" + id).status()).isEqualTo(200);

        // Else the storage check would find a file missing, and another test runs it.
        assertThat(person.delete("/api/cv/jobs/" + id).status()).isEqualTo(204);
    }
}
