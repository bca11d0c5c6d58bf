package io.capitune.cvjob.picture;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

import jakarta.inject.Inject;

import io.capitune.cvjob.Api;
import io.capitune.cvjob.Together;
import io.capitune.cvjob.Worker;
import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithMongo
@WithTokens
class PictureTest {

    @Inject
    Worker worker;

    private final Api api = Api.ofSomebody();
    private String path;

    @BeforeEach
    void finishOne() {
        var id = api.submitted();
        worker.finish(id);
        path = "/api/cv/jobs/" + id + "/picture";
    }

    @Test
    void firstPageIsDrawnAThousandPixelsWide() throws IOException {
        var response = api.get(path).statusCode(200).contentType("image/png").extract();

        var image = ImageIO.read(new ByteArrayInputStream(response.asByteArray()));
        assertThat(image.getWidth()).isBetween(999, 1001);
        assertThat(image.getHeight()).isBetween(1412, 1416);
        assertThat(response.header("Cache-Control")).startsWith("private");
    }

    @Test
    void thumbnailIsSmall() throws IOException {
        var png = api.get(path + "?width=160").statusCode(200).extract().asByteArray();

        assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isBetween(159, 161);
    }

    @Test
    void otherWidthsAreRefused() {
        api.get(path + "?width=20000").statusCode(400);
    }

    @Test
    void knownPictureIsNotSentAgain() {
        var tag = api.get(path).extract().header("ETag");

        api.request().header("If-None-Match", tag).get(path).then().statusCode(304);
    }

    @Test
    void manyAskAtOnceAndAllAreAnswered() throws InterruptedException {
        var statuses = Together.run(20, () -> api.request().get(path).statusCode());

        assertThat(statuses).containsOnly(200);
    }
}
