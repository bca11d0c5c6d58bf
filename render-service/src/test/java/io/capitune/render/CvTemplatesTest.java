package io.capitune.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.capitune.cv.compose.RuleComposer;
import io.capitune.cv.document.CvDocument;
import io.capitune.cv.resume.ResumeJson;
import io.capitune.platform.testing.WithMongo;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithMongo
class CvTemplatesTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates/cv");
    private static final Path EXAMPLES = Path.of("../examples");

    @Inject
    CvTemplates templates;

    static Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.list(TEMPLATES)) {
            return files.map(file -> file.getFileName().toString().replace(".html", "")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyFieldIsEscapedAndNeverEvaluated(String template) throws Exception {
        for (String hostile : List.of(
                "<script>alert(1)</script>",
                "\"><img src=x onerror='alert(1)'>",
                "{config:mongodb} {{page}} {#if} {/if} {cdi:renderCv} {!--!} {|x|}",
                "</style></title></head><!-- &lt; &amp; ]]>",
                "${jndi:ldap://x} #{x} <%= x %>")) {
            RenderedHtml html =
                    RenderedHtml.parse(templates.render(template, SampleCv.everywhere(hostile), PageSize.A4));

            assertThat(html.elements("script")).isEmpty();
            assertThat(html.elements("img")).isEmpty();
            assertThat(html.elements("a")).isEmpty();
            assertThat(html.text("title")).isEqualTo(hostile + " – " + hostile);
            assertThat(html.text("h1")).isEqualTo(hostile);
            assertThat(html.texts("h2")).containsOnly(hostile);
            assertThat(html.texts("h3")).containsOnly(hostile);
            assertThat(html.texts("li")).containsOnly(hostile);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyExampleGivesAWellFormedPage(String template) throws Exception {
        for (CvDocument cv : examples()) {
            for (PageSize size : PageSize.values()) {
                String text = templates.render(template, cv, size);
                RenderedHtml html = RenderedHtml.parse(text);

                assertThat(text).contains("size: " + size.css());
                assertThat(html.text("title")).startsWith(cv.name());
                assertThat(html.document().getDocumentElement().getAttribute("lang"))
                        .isEqualTo(cv.language());
                assertThat(html.headingLevels()).startsWith(1, 2);
                assertThat(html.headingLevels().stream().filter(level -> level == 1))
                        .hasSize(1);
                cv.sections().forEach(section -> assertThat(html.texts("h2")).contains(section.heading()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void nothingHarmsTheTextOrComesFromOutside(String template) {
        String html = templates.render(template, SampleCv.ordinary(), PageSize.A4);

        assertThat(html)
                .doesNotContainPattern("(?i)\\b(position|transform|opacity|z-index|float|filter|order)\\s*:")
                .doesNotContainPattern("(?i)::(before|after)|@import|@font-face|url\\(|<script|<link|<iframe|<img|src=")
                .doesNotContain("\u202F");
    }

    @ParameterizedTest
    @MethodSource("names")
    void separatorsAndLabelsAreRealText(String template) throws Exception {
        RenderedHtml html = RenderedHtml.parse(templates.render(template, SampleCv.ordinary(), PageSize.A4));

        assertThat(html.texts("p"))
                .contains("44000 Nantes · c@exemple.fr")
                .contains("Outils\u00A0: Excel, Teams")
                .contains("Anglais\u00A0: B2 · Espagnol\u00A0: A2");
        assertThat(html.elements("a")).hasSize(1);
        assertThat(html.elements("a").getFirst().getAttribute("href")).isEqualTo("mailto:c@exemple.fr");
    }

    @Test
    void classiquePutsTheDatesBesideThePostAndTheEmployerBelow() throws Exception {
        RenderedHtml html = RenderedHtml.parse(templates.render("classique", SampleCv.ordinary(), PageSize.A4));

        assertThat(html.text("article"))
                .contains("Gestionnaire de paie depuis mars 2021 Groupe Atlantis, Nantes · CDI");
    }

    @Test
    void modernePutsTheDatesAfterTheEmployer() throws Exception {
        RenderedHtml html = RenderedHtml.parse(templates.render("moderne", SampleCv.ordinary(), PageSize.A4));

        assertThat(html.text("article"))
                .contains("Gestionnaire de paie Groupe Atlantis, Nantes · CDI · depuis mars 2021");
    }

    @Test
    void noPathLeadsOutOfTheTemplates() {
        assertThat(templates.exists("classique")).isTrue();
        assertThat(List.of("", "../parts/page", "parts/page", "Classique", "baroque", "classique.html"))
                .noneMatch(templates::exists);
    }

    private static List<CvDocument> examples() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .flatMap(file -> Stream.of("fr", "en").map(language -> compose(file, language)))
                    .toList();
        }
    }

    private static CvDocument compose(Path example, String language) {
        try {
            return new RuleComposer().compose(ResumeJson.read(Files.readString(example)), null, language);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
