package io.capitune.e2e.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Résumés to submit. */
public final class Resumes {

    private static final Path EXAMPLES = CapituneSystem.root().resolve("examples");

    private Resumes() {}

    /** A short one. */
    public static ObjectNode of(String name, String employer) {
        var resume = Json.object();
        resume.putObject("basics").put("name", name).put("label", "Magasinière").put("email", "zoe@exemple.fr");
        var work = resume.putArray("work").addObject();
        work.put("name", employer).put("position", "Magasinière").put("startDate", "2021-03");
        work.putArray("highlights").add("Prépare 140 commandes par jour.");
        return resume;
    }

    /** A short one of nobody in particular. */
    public static ObjectNode any() {
        return of("Zoé Tremblay", "Entrepôt des Alpilles");
    }

    /** The files in {@code examples/}. */
    public static List<Path> examples() {
        try (var files = Files.list(EXAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static ObjectNode example(Path file) {
        try {
            return (ObjectNode) Json.read(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Path example(String name) {
        return EXAMPLES.resolve(name);
    }
}
