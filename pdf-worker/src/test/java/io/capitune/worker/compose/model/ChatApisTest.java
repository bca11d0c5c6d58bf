package io.capitune.worker.compose.model;

import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.FutureTask;

import jakarta.ws.rs.ProcessingException;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.capitune.platform.testing.WithMongo;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@QuarkusTest
@WithMongo
class ChatApisTest {

    private static final ChatRequest REQUEST = new ChatRequest(
            "model",
            List.of(),
            null,
            1,
            null,
            new ChatRequest.ResponseFormat(
                    "json_schema", new ChatRequest.NamedSchema("none", true, JsonNodeFactory.instance.objectNode())));

    /** Else calls that timed out would go on at the endpoint, beyond the bound on calls at once. */
    @Test
    void connectionOfACallThatWasGivenUpIsClosed() throws Exception {
        try (var endpoint = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var config = TestModelConfig.with(
                    "capitune.openai.base-url",
                    "http://127.0.0.1:" + endpoint.getLocalPort() + "/v1",
                    "capitune.openai.timeout",
                    "200ms");
            var call = new FutureTask<>(() -> new ChatApis().api(config).complete(null, REQUEST));
            Thread.startVirtualThread(call);
            try (var connection = endpoint.accept()) {
                connection.setSoTimeout(30_000);
                var begin = Instant.now();
                connection.getInputStream().transferTo(OutputStream.nullOutputStream());
                assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(20));
            }
            assertThatThrownBy(call::get).hasCauseInstanceOf(ProcessingException.class);
        }
    }
}
