package io.capitune.cvjob.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;

import jakarta.inject.Inject;

import io.capitune.cvjob.Api;
import io.capitune.cvjob.Worker;
import io.capitune.platform.PlatformConfig;
import io.capitune.platform.storage.BlobStore;
import io.capitune.platform.testing.TestTokens;
import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasKey;

@QuarkusTest
@WithMongo
@WithTokens
class StorageResourceTest {

    @Inject
    Worker worker;

    @Inject
    StorageSchedule schedule;

    @Inject
    BlobStore store;

    @Inject
    PlatformConfig platform;

    private final Api api = Api.ofSomebody();

    @Test
    void anOperatorHasTheStorageCheckedAndReadsWhatIsWrong() {
        var id = api.submitted();
        worker.finish(id);
        worker.loseFile(id);

        operator()
                .post("/internal/storage/check")
                .then()
                .statusCode(200)
                .body("missing", greaterThanOrEqualTo(1))
                .body("missingFiles.find { it.job == '" + id + "' }.fault", equalTo("GONE"));
    }

    @Test
    void deletingOrphansSaysHowManyThereWere() {
        operator().delete("/internal/storage/orphans").then().statusCode(200).body("$", hasKey("files"));
    }

    @Test
    void mostOfAllFilesAreDeletedOnlyWhereThatIsSaid() throws IOException {
        var kept = operator().post("/internal/storage/check").jsonPath().getLong("files");
        var others = new ArrayList<String>();
        for (var i = 0; i < kept + 11; i++) {
            others.add(storedTwoHoursAgo());
        }

        operator().delete("/internal/storage/orphans").then().statusCode(409).body("code", equalTo("ORPHANS_ARE_MOST"));
        assertThat(others).allMatch(name -> store.size(name).isPresent());

        operator()
                .delete("/internal/storage/orphans?evenMost=true")
                .then()
                .statusCode(200)
                .body("files", greaterThanOrEqualTo(others.size()));
        assertThat(others).allMatch(name -> store.size(name).isEmpty());
    }

    private String storedTwoHoursAgo() throws IOException {
        var name = store.put(new byte[] {1}, "pdf");
        var path = platform.storage().folder().resolve(name.substring(0, 2)).resolve(name);
        Files.setLastModifiedTime(path, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        return name;
    }

    @Test
    void nobodyElseMay() {
        api.request().post("/internal/storage/check").then().statusCode(403);
        api.request().delete("/internal/storage/orphans").then().statusCode(403);
        RestAssured.given().delete("/internal/storage/orphans").then().statusCode(401);
    }

    @Test
    void whatWasFoundIsMeasuredInEveryReplica() {
        operator().post("/internal/storage/check").then().statusCode(200);
        schedule.tick();

        assertThat(RestAssured.get("/q/metrics").then().extract().asString())
                .containsPattern("capitune_storage_orphans [0-9.E]+")
                .containsPattern("capitune_storage_missing [0-9.E]+")
                .containsPattern("capitune_storage_checked_seconds [0-9.E]+");
    }

    private static RequestSpecification operator() {
        return RestAssured.given().auth().oauth2(TestTokens.service("operator"));
    }
}
