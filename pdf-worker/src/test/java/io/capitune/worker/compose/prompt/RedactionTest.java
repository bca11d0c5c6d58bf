package io.capitune.worker.compose.prompt;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RedactionTest {

    private final Redaction redaction = new Redaction(Secrets.of("Camille Lefèvre-Roux", List.of("3 rue des Lilas")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Écrit par CAMILLE lefèvre-roux à Nantes",
                "Mme Lefèvre a dirigé le service",
                "appelez le 06 12 34 56 78 ou +33 6 98 76 54 32",
                "camille@exemple.fr",
                "voir https://camille.exemple.fr/cv.",
                "linkedin.com/in/camille-lr",
                "FR76 3000 6000 0112 3456 7890 189",
                "2 85 05 78 006 084 36",
                "habite 3 rue des Lilas",
                "14 bis avenue Jean Jaurès, à Lyon"
            })
    void hidesAndPutsBack(String text) {
        String hidden = redaction.hide(text);
        assertThat(hidden)
                .contains("[#")
                .doesNotContainIgnoringCase("camille")
                .doesNotContainIgnoringCase("lefèvre")
                .doesNotContain("Lilas")
                .doesNotContainPattern("\\d{2} \\d{2} \\d{2}");
        assertThat(redaction.reveal(hidden)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"420 bulletins en 2019 2021", "Camillette et Roubaix", "budget de 1 200 000 €"})
    void leavesTheRest(String text) {
        assertThat(redaction.hide(text)).isEqualTo(text);
    }

    @Test
    void forgedMarksRevealNothing() {
        String hidden = redaction.hide("[#1] Camille");
        assertThat(hidden).isEqualTo("(1) [#1]");
        assertThat(redaction.reveal("[#2] [#999]")).isEqualTo("[#2] [#999]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Reconnue RQTH depuis 2019",
                "un arrêt maladie de six mois",
                "après mon burn-out",
                "I took sick leave",
                "je suis malvoyante"
            })
    void ownHealthIsRecognised(String text) {
        assertThat(Health.in(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Soins aux patients en oncologie",
                "Accompagnement d’adultes en situation de handicap",
                "Gestion des congés",
                "health and safety"
            })
    void careAsATradeIsWork(String text) {
        assertThat(Health.in(text)).isFalse();
    }

    @Test
    void birthAndFamilyStayBehind() {
        assertThat(StoryPrompt.sendable("Je suis née le 3 mai 1980. J'ai vendu du pain.\nMariée, deux enfants"))
                .isEqualTo("J'ai vendu du pain.");
    }
}
