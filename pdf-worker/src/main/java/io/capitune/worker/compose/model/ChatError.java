package io.capitune.worker.compose.model;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What an endpoint says is wrong: the code and the parameter's name of its error, never the words, which may quote the request. */
final class ChatError {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern NAME = Pattern.compile("[a-z0-9_.]{1,60}");

    private ChatError() {}

    /** Such as {@code  (unsupported_parameter, max_tokens)}, with the space; empty where nothing is told. */
    static String of(Response response) {
        try {
            JsonNode error = JSON.readTree(response.readEntity(String.class)).path("error");
            List<String> names = new ArrayList<>();
            for (String member : List.of("code", "param")) {
                String name = error.path(member).asText("");
                if (NAME.matcher(name).matches()) {
                    names.add(name);
                }
            }
            return names.isEmpty() ? "" : " (" + String.join(", ", names) + ")";
        } catch (JsonProcessingException
                | ProcessingException
                | IllegalStateException
                | IllegalArgumentException nothing) {
            return "";
        }
    }
}
