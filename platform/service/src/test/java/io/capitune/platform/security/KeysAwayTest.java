package io.capitune.platform.security;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import com.sun.net.httpserver.HttpServer;
import io.capitune.platform.testing.TestTokens;
import io.capitune.platform.testing.WithMongo;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

/** An outage of auth-service signs nobody out, also where its keys were not fetched before. */
@QuarkusTest
@WithMongo
@QuarkusTestResource(value = KeysAwayTest.Keys.class, restrictToAnnotatedClass = true)
class KeysAwayTest {

    private static final String AWAY = "capitune.test.keys.away";

    /** Publishes the keys, or breaks the connection off. */
    public static final class Keys implements QuarkusTestResourceLifecycleManager {

        private HttpServer server;

        @Override
        public Map<String, String> start() {
            try {
                server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            server.createContext("/.well-known/jwks.json", exchange -> {
                if (!Boolean.getBoolean(AWAY)) {
                    var keys = TestTokens.jwks().getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().add("Content-Type", "application/json");
                    exchange.sendResponseHeaders(200, keys.length);
                    exchange.getResponseBody().write(keys);
                }
                exchange.close();
            });
            server.start();
            System.setProperty(AWAY, "true");
            return Map.of(
                    "capitune.auth-url",
                    "http://127.0.0.1:" + server.getAddress().getPort());
        }

        @Override
        public void stop() {
            System.clearProperty(AWAY);
            server.stop(0);
        }
    }

    @Test
    void tokenThatCannotBeJudgedIsNotCalledInvalid() {
        var token = TestTokens.user("u1", "candidate", "en");
        given().auth().oauth2(token).get("/api/me").then().statusCode(503).body("code", equalTo("UNAVAILABLE"));

        System.setProperty(AWAY, "false");
        given().auth().oauth2(token).get("/api/me").then().statusCode(200).body(equalTo("u1 en"));
        TestTokens.forged("candidate")
                .forEach((flaw, forged) ->
                        given().auth().oauth2(forged).get("/api/me").then().statusCode(401));
    }
}
