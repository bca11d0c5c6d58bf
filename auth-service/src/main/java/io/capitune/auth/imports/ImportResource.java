package io.capitune.auth.imports;

import java.util.ArrayList;
import java.util.List;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.capitune.auth.imports.AccountImport.Outcome;
import io.capitune.auth.imports.AccountImport.Whole;
import io.capitune.auth.source.SourceNetwork;
import io.capitune.platform.error.FieldError;
import io.capitune.platform.error.ProblemException;
import io.capitune.platform.security.ClientAddress;
import io.capitune.platform.security.OperatorOnly;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/** What {@code ./capitune admin import} asks for: all lines are checked, the import is begun, all lines are sent once more. */
@Path("/internal/imports")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@OperatorOnly
public class ImportResource {

    private static final int MOST_LINES = 200;

    private final AccountImport imports;

    ImportResource(AccountImport imports) {
        this.imports = imports;
    }

    /**
     * Some lines that follow each other.
     *
     * @param entry the import that was begun; null while they are only checked
     * @param first the number of the first one in the file, from 1
     */
    public record Lines(
            @JsonProperty("import") @Nullable Long entry,
            @Nullable Long first,
            @Nullable List<@Nullable String> lines) {

        @Override
        public String toString() {
            return "lines of an import";
        }
    }

    /** What the check of all lines found. */
    public record Found(
            @JsonProperty("new") @Nullable Long fresh,
            @Nullable Long known,
            @Nullable Long refused,
            @Nullable String file) {}

    /** The number to send lines with. */
    public record Begun(@JsonProperty("import") long entry) {}

    /** A line that is no account; {@code field} is {@code line} for the whole. */
    public record RefusedLine(long line, String field, String why) {}

    /** What became of the lines, or would. */
    public record Told(@JsonProperty("new") int fresh, int withPassword, int known, List<RefusedLine> refused) {

        static Told of(Outcome outcome) {
            var refused = outcome.refused().stream()
                    .map(line -> new RefusedLine(line.line(), line.field(), line.why()))
                    .toList();
            return new Told(outcome.fresh(), outcome.withPassword(), outcome.known(), refused);
        }
    }

    @POST
    @Path("/check")
    public Told check(@Nullable Lines lines) {
        var some = required(lines);
        return Told.of(imports.check(number(some.first(), "/first"), texts(some)));
    }

    /** Writes down that a file is brought in; 422 where it would open no account: then nothing is to be done. */
    @POST
    public Begun begin(@Nullable Found found, @Context HttpServerRequest request) {
        if (found == null || found.file() == null || !found.file().matches("[0-9a-f]{64}")) {
            throw invalid("/file", "The file's SHA-256, in hex.");
        }
        var whole = new Whole(
                number(found.fresh(), "/new"),
                count(found.known(), "/known"),
                count(found.refused(), "/refused"),
                found.file());
        return new Begun(imports.begin(whole, SourceNetwork.of(ClientAddress.of(request))));
    }

    @POST
    @Path("/accounts")
    public Told bring(@Nullable Lines lines) {
        var some = required(lines);
        return Told.of(imports.bring(number(some.entry(), "/import"), number(some.first(), "/first"), texts(some)));
    }

    private static Lines required(@Nullable Lines lines) {
        if (lines == null) {
            throw invalid("/lines", "Some lines.");
        }
        return lines;
    }

    private static List<String> texts(Lines some) {
        var lines = some.lines();
        if (lines == null || lines.isEmpty() || lines.size() > MOST_LINES) {
            throw invalid("/lines", "From 1 to " + MOST_LINES + " lines.");
        }
        var texts = new ArrayList<String>();
        for (var line : lines) {
            texts.add(line == null ? "" : line);
        }
        return texts;
    }

    private static long number(@Nullable Long value, String pointer) {
        if (count(value, pointer) == 0) {
            throw invalid(pointer, "A number from 1.");
        }
        return value;
    }

    private static long count(@Nullable Long value, String pointer) {
        if (value == null || value < 0) {
            throw invalid(pointer, "A number from 0.");
        }
        return value;
    }

    private static ProblemException invalid(String pointer, String detail) {
        return ProblemException.validation(List.of(new FieldError(pointer, detail)));
    }
}
