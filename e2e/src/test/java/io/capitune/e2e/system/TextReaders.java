package io.capitune.e2e.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What other programs read in PDFs: poppler, pypdf, pdfminer.six. {@code ./capitune test} sees to it that they are there, and names
 * the Python packages' folder in {@code CAPITUNE_PDF_READERS}.
 */
public final class TextReaders {

    private static final Path SCRIPT = CapituneSystem.root().resolve("e2e/src/test/resources/readers/read_pdfs.py");

    private TextReaders() {}

    /** The text of each file by each reader; one run for all, since starting takes longer than reading. */
    public static Map<Path, Map<String, String>> read(List<Path> files) {
        var command =
                new ArrayList<>(List.of(System.getenv().getOrDefault("CAPITUNE_PYTHON", "python3"), SCRIPT.toString()));
        files.forEach(file -> command.add(file.toString()));
        try {
            var errors = Files.createTempFile("readers-", ".err");
            var builder = new ProcessBuilder(command).redirectError(errors.toFile());
            var packages = System.getenv("CAPITUNE_PDF_READERS");
            if (packages != null) {
                builder.environment().put("PYTHONPATH", packages);
            }
            var process = builder.start();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new AssertionError(
                        "the readers failed; ./capitune test e2e installs them:\n" + Files.readString(errors));
            }
            Files.delete(errors);
            return texts(Json.read(output));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Map<Path, Map<String, String>> texts(JsonNode answer) {
        var texts = new TreeMap<Path, Map<String, String>>();
        answer.properties().forEach(file -> {
            var byReader = new TreeMap<String, String>();
            file.getValue()
                    .properties()
                    .forEach(one -> byReader.put(one.getKey(), one.getValue().asText()));
            texts.put(Path.of(file.getKey()), byReader);
        });
        return texts;
    }
}
