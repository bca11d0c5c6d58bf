package io.capitune.portal;

import java.util.regex.Pattern;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

@QuarkusTest
class AssetsTest {

    private static final Pattern ON_PAGE = Pattern.compile("(?:href|src)=\"(/assets/[^\"]+)\"");
    private static final Pattern IN_CSS = Pattern.compile("url\\(\"\\.\\.(/fonts/[^\"]+)\"\\)");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/css/capitune.css",
                "/assets/js/capitune.js",
                "/assets/js/htmx.min.js",
                "/assets/img/icon.svg",
                "/assets/img/cv-moderne.png",
                "/assets/fonts/hanken-grotesk-latin-400-normal.woff2"
            })
    void browsersMayKeepAssetsForGood(String path) {
        given().when()
                .get(path + "?v=1")
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("immutable"))
                .header("Cache-Control", containsString("max-age=31536000"));
    }

    @Test
    void scriptsThatOthersImportAreAskedForEachTime() {
        given().when()
                .get("/assets/js/capitune.js")
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("no-cache"));
    }

    @Test
    void unknownAssetIsNotFoundRatherThanASignIn() {
        given().redirects()
                .follow(false)
                .when()
                .get("/assets/css/nothing.css")
                .then()
                .statusCode(404);
    }

    @Test
    void everythingThePagesNameIsThere() {
        for (var path : new String[] {"/", "/help", "/legal"}) {
            ON_PAGE.matcher(given().get(path).asString())
                    .results()
                    .forEach(asset -> given().when().get(asset.group(1)).then().statusCode(200));
        }
    }

    @Test
    void everyFontOfTheStyleSheetIsThere() {
        var fonts = IN_CSS.matcher(given().get("/assets/css/capitune.css").asString())
                .results()
                .map(match -> match.group(1))
                .toList();

        assertThat(fonts).hasSize(10);
        fonts.forEach(font -> given().when().get("/assets" + font).then().statusCode(200));
    }

    @Test
    void addressesOfAssetsCarryAVersion() {
        assertThat(given().get("/").asString()).containsPattern("/assets/css/capitune\\.css\\?v=\\w+\"");
    }

    @Test
    void robotsAndIconAreThere() {
        given().when().get("/robots.txt").then().statusCode(200).body(containsString("Disallow: /api/"));
        given().when().get("/favicon.ico").then().statusCode(200);
        given().when().get("/assets/site.webmanifest").then().contentType("application/manifest+json");
    }
}
