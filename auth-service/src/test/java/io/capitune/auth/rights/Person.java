package io.capitune.auth.rights;

import io.capitune.auth.Browser;
import io.capitune.auth.Claims;
import io.capitune.auth.Mails;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Somebody who is signed in, as the gateway hands their requests on. */
record Person(String email, String id, Browser browser, String token) {

    static Person signedIn(Mails mails, String email) {
        var browser = new Browser().signIn(mails, email);
        var token = browser.token();
        return new Person(email, Claims.of(token).getString("sub"), browser, token);
    }

    RequestSpecification request() {
        return RestAssured.given().redirects().follow(false).header("Authorization", token);
    }

    Response delete(String confirm) {
        return request()
                .contentType(ContentType.JSON)
                .body("{\"confirm\":\"" + confirm + "\"}")
                .delete("/api/users/me");
    }

    Response post(String path, String field, String value) {
        return request()
                .contentType(ContentType.URLENC.withCharset("UTF-8"))
                .formParam(field, value)
                .post(path);
    }
}
