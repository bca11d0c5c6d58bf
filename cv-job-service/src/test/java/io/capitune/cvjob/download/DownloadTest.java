package io.capitune.cvjob.download;

import java.util.Arrays;
import java.util.List;

import jakarta.inject.Inject;

import io.capitune.cvjob.Api;
import io.capitune.cvjob.Mishaps;
import io.capitune.cvjob.Worker;
import io.capitune.platform.testing.TestTokens;
import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@WithMongo
@WithTokens
class DownloadTest {

    @Inject
    Worker worker;

    private final Api api = Api.ofSomebody();
    private String id;
    private byte[] pdf;

    @BeforeEach
    void finishOne() {
        id = api.submitted();
        pdf = worker.finish(id, "Léa Martin");
    }

    @AfterEach
    void storeIsBack() {
        Mishaps.away = false;
    }

    @Test
    void ownerGetsTheFileUnderTheirName() {
        var response = download(null);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.contentType()).isEqualTo("application/pdf");
        assertThat(response.asByteArray()).isEqualTo(pdf);
        assertThat(response.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"CV Lea Martin.pdf\"; filename*=UTF-8''CV%20L%C3%A9a%20Martin.pdf");
        assertThat(response.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(response.header("Accept-Ranges")).isEqualTo("bytes");
    }

    @Test
    void fileAndPictureAreNotKeptOnADeviceThatOthersUse() {
        for (var path : List.of(path(), "/api/cv/jobs/" + id + "/picture")) {
            var response = RestAssured.given()
                    .auth()
                    .oauth2(TestTokens.userOnSharedDevice(api.owner()))
                    .get(path);

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.header("Cache-Control")).isEqualTo("no-store");
        }
    }

    @Test
    void lengthIsToldAlsoToABrowserThatTakesGzip() {
        var response =
                api.request().header("Accept-Encoding", "gzip, deflate, br").get(path());

        assertThat(response.header("Content-Length")).isEqualTo(Integer.toString(pdf.length));
        assertThat(response.header("Transfer-Encoding")).isNull();
        assertThat(response.header("Content-Encoding")).isNull();
    }

    @Test
    void headTellsTheSameWithoutTheFile() {
        var response = api.request().head(path());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.header("Content-Length")).isEqualTo(Integer.toString(pdf.length));
        assertThat(response.header("ETag")).isEqualTo(download(null).header("ETag"));
        assertThat(response.asByteArray()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"bytes=0-9,0,10", "bytes=5-,5,-1", "bytes=-7,-7,-1", "bytes=0-999999999,0,-1", "bytes=3-3,3,4"})
    void partIsGiven(String range, int from, int to) {
        var first = from < 0 ? pdf.length + from : from;
        var end = to < 0 ? pdf.length : to;

        var response = download(range);

        assertThat(response.statusCode()).isEqualTo(206);
        assertThat(response.asByteArray()).isEqualTo(Arrays.copyOfRange(pdf, first, end));
        assertThat(response.header("Content-Range")).isEqualTo("bytes " + first + "-" + (end - 1) + "/" + pdf.length);
        assertThat(response.header("Content-Length")).isEqualTo(Integer.toString(end - first));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=999999999-", "bytes=-0"})
    void partThatIsNotThereIsRefused(String range) {
        var response = download(range);

        response.then().statusCode(416).body("code", equalTo("RANGE_NOT_SATISFIABLE"));
        assertThat(response.header("Content-Range")).isEqualTo("bytes */" + pdf.length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-1,4-5", "lines=1-2", "bytes=9-3", "bytes=-", "bytes=99999999999999999999-"})
    void whatIsNoSingleRangeGivesTheWhole(String range) {
        assertThat(download(range).statusCode()).isEqualTo(200);
    }

    @Test
    void partOfAnotherVersionGivesTheWhole() {
        var response = api.request()
                .header("Range", "bytes=0-9")
                .header("If-Range", "\"another\"")
                .get(path());

        assertThat(response.statusCode()).isEqualTo(200);
    }

    @Test
    void knownVersionIsNotSentAgain() {
        var tag = download(null).header("ETag");

        var response = api.request().header("If-None-Match", tag).get(path());

        assertThat(response.statusCode()).isEqualTo(304);
        assertThat(response.asByteArray()).isEmpty();
    }

    @Test
    void unfinishedJobHasNoFile() {
        var queued = api.submitted();

        api.get("/api/cv/jobs/" + queued + "/download").statusCode(409).body("code", equalTo("JOB_NOT_DONE"));
        api.get("/api/cv/jobs/" + queued + "/picture").statusCode(409).body("code", equalTo("JOB_NOT_DONE"));
    }

    @Test
    void lostFileIsGone() {
        worker.loseFile(id);

        api.get(path()).statusCode(410).body("code", equalTo("PDF_GONE"));
        api.get("/api/cv/jobs/" + id + "/picture").statusCode(410).body("code", equalTo("PDF_GONE"));
    }

    @Test
    void fileRemovedAsItIsAskedForIsGone() {
        Mishaps.VANISHING.add(worker.job(id).pdf().blob());

        api.get(path()).statusCode(410).contentType("application/problem+json").body("code", equalTo("PDF_GONE"));
    }

    @Test
    void pictureOfAFileRemovedAsItIsAskedForIsGone() {
        Mishaps.VANISHING.add(worker.job(id).pdf().blob());

        api.get("/api/cv/jobs/" + id + "/picture").statusCode(410).body("code", equalTo("PDF_GONE"));
    }

    @Test
    void storeThatIsAwayIsToldFromAFileThatIsGone() {
        Mishaps.away = true;

        for (var file : new String[] {"download", "picture"}) {
            api.get("/api/cv/jobs/" + id + "/" + file)
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .body("code", equalTo("UNAVAILABLE"));
        }
    }

    private Response download(String range) {
        var request = api.request();
        return (range == null ? request : request.header("Range", range)).get(path());
    }

    private String path() {
        return "/api/cv/jobs/" + id + "/download";
    }
}
