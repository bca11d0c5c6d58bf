package io.capitune.worker.compose.model;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.jspecify.annotations.Nullable;

/** The wire. The answer stays text, so that garbage is told apart from a broken connection. */
@Path("/chat/completions")
interface ChatApi {

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    String complete(@HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization, ChatRequest request);
}
