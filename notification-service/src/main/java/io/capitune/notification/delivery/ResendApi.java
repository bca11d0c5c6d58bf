package io.capitune.notification.delivery;

import java.util.List;
import java.util.Map;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Resend's wire format: <a href="https://resend.com/docs/api-reference/emails/send-email">send an e-mail</a>. */
@RegisterRestClient(configKey = "resend")
@Path("/emails")
@Consumes(MediaType.APPLICATION_JSON)
interface ResendApi {

    @POST
    void send(
            @HeaderParam("Authorization") String authorization,
            @HeaderParam("Idempotency-Key") String idempotencyKey,
            ResendMail mail);

    record ResendMail(
            String from, List<String> to, String subject, String html, String text, Map<String, String> headers) {}
}
