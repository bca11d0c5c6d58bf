package io.capitune.notification.dispatch;

import java.util.Map;

import jakarta.inject.Inject;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.capitune.notification.Happenings;
import io.capitune.notification.Stubs;
import io.capitune.platform.testing.WithMongo;
import io.capitune.platform.testing.WithTokens;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithMongo
@WithTokens
@QuarkusTestResource(Stubs.class)
@TestProfile(StopTest.SlowProvider.class)
class StopTest {

    public static class SlowProvider implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "capitune.mail.resend.api-key", "re_test",
                    "capitune.mail.from", "bonjour@capitune.example",
                    "capitune.mail.timeout", "30s",
                    "capitune.mail.stop-grace", "6s");
        }
    }

    WireMock resend;

    @Inject
    Happenings happenings;

    @Inject
    Dispatcher dispatcher;

    @Test
    void whatIsUnderWayFinishesOrIsHandedBackAndNothingIsClaimedAnyMore() throws InterruptedException {
        resend.resetMappings();
        resend.register(post("/emails").willReturn(okJson("{}").withFixedDelay(20_000)));
        var endless = happenings.signInRequested(happenings.newAddress(), "fr");
        awaitRequest(endless);
        resend.register(post("/emails").willReturn(okJson("{}").withFixedDelay(500)));
        var quick = happenings.signInRequested(happenings.newAddress(), "fr");
        awaitRequest(quick);

        dispatcher.stop(new ShutdownEvent());

        assertThat(happenings.event(quick).getString("status")).isEqualTo("done");
        assertThat(happenings.event(endless).getString("reason")).isEqualTo("STOPPING");
        assertThat(happenings.event(endless).get("claimToken")).isNull();
        var later = happenings.signInRequested(happenings.newAddress(), "fr");
        assertThat(happenings.event(later).getInteger("attempts")).isZero();
        happenings.settle(endless);
        happenings.settle(later);
    }

    private void awaitRequest(String key) {
        Awaitility.await()
                .until(() ->
                        resend.find(postRequestedFor(urlEqualTo("/emails")).withHeader("Idempotency-Key", equalTo(key)))
                                        .size()
                                == 1);
    }
}
