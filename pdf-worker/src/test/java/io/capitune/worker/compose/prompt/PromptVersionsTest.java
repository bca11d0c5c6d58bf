package io.capitune.worker.compose.prompt;

import java.util.List;
import java.util.Map;

import io.capitune.cv.resume.ResumeJson;
import io.capitune.platform.random.Hashes;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every version of a prompt or schema that there was, with the hash of its text. What fails here wants a new version and a new
 * line below, never another hash for an old version: CVs were made by that one.
 */
class PromptVersionsTest {

    private static final Map<String, String> PROMPTS = Map.of(
            "rewrite-1", "XMWNhFR3jJPmglmr_Iw6j3NOrs2C1Tk0ynIhzkUbD14",
            "story-1", "_IkLU31e3FnH7as9l_zXmcfxQXw-DfDUT5O4OYcchrU");
    private static final Map<String, String> SCHEMAS = Map.of(
            "rewrite-1", "JcbKHiszfw4TQVE043JeIMNyn48H7Xos9Wy2fD9P6aI",
            "extract-1", "kKoifebmIRFlRy4RWE_EIsMenMOoyrXqNPLWUKEVRsU");

    private static final String RESUME = """
            {"basics":{"name":"Zoé Test","label":"Comptable","summary":"Dix ans de paie.","email":"zoe@exemple.fr"},
            "work":[{"name":"Atlantis","position":"Comptable","highlights":["Zoé fait la paie","en arrêt maladie"]}],
            "education":[{"studyType":"BTS","area":"Comptabilité","institution":"Lycée Brillat"}],
            "skills":[{"name":"Outils","keywords":["Silae"]}]}""";

    @Test
    void changedRewritePromptHasANewVersion() {
        var resume = ResumeJson.read(RESUME);
        var question = new RewritePrompt(new Redaction(Secrets.of(resume.basics())))
                .question(resume, Lines.of(resume), "Comptable", "x".repeat(13_000));
        assertThat(Hashes.sha256(RewritePrompt.instructions("fr") + RewritePrompt.instructions("en") + question))
                .isEqualTo(PROMPTS.get(RewritePrompt.VERSION));
    }

    @Test
    void changedStoryPromptHasANewVersion() {
        var redaction = new Redaction(Secrets.of("Zoé Test", List.of("zoe@exemple.fr")));
        var question = new StoryPrompt(redaction)
                .question(
                        StoryPrompt.sendable("Zoé Test, zoe@exemple.fr. Mariée.\nComptable."),
                        "Comptable",
                        "x".repeat(13_000));
        assertThat(Hashes.sha256(StoryPrompt.instructions("fr") + StoryPrompt.instructions("en") + question))
                .isEqualTo(PROMPTS.get(StoryPrompt.VERSION));
    }

    @Test
    void changedSchemaHasANewVersion() {
        assertThat(Hashes.sha256(Schemas.REWRITE.toString())).isEqualTo(SCHEMAS.get(Schemas.REWRITE_VERSION));
        assertThat(Hashes.sha256(Schemas.EXTRACT.toString())).isEqualTo(SCHEMAS.get(Schemas.EXTRACT_VERSION));
    }
}
