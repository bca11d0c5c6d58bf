package io.capitune.worker.compose.story;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AuthorNameTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Bonjour, je m'appelle Amina Belkacem, j'ai travaillé dix ans. | Amina Belkacem
            My name is Paul O'Connor and I cook. | Paul O'Connor
            Camille Lefèvre-Roux\\nGestionnaire de paie\\n44000 Nantes | Camille Lefèvre-Roux
            CURRICULUM VITAE\\nJEAN-MARC DE LA TOUR | JEAN-MARC DE LA TOUR
            Gestionnaire de paie\\nNantes\\ncamille.lefevre@exemple.fr\\nLEFÈVRE Camille | LEFÈVRE Camille
            Prénom : Léa\\nNom : Moreau\\nAdresse : Lyon | Léa Moreau
            山田 太郎\\nエンジニア | 山田 太郎
            """)
    void findsTheAuthor(String text, String name) {
        assertThat(Identity.in(text.replace("\\n", "\n")).name()).contains(name);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            j'ai bossé trois ans en boulangerie à Lyon
            EXPÉRIENCE PROFESSIONNELLE\\nvendeuse en boulangerie
            """)
    void findsNoneWhereThereIsNone(String text) {
        assertThat(Identity.in(text.replace("\\n", "\n")).name()).isEmpty();
    }

    @Test
    void findsContacts() {
        Identity identity = Identity.in("""
                Léa Moreau
                12 bis rue des Lilas, 69003 Lyon
                Tél. 06 12 34 56 78 · lea@exemple.fr · https://lea.exemple.fr/cv""");
        assertThat(identity.email()).isEqualTo("lea@exemple.fr");
        assertThat(identity.phone()).isEqualTo("06 12 34 56 78");
        assertThat(identity.urls()).containsExactly("https://lea.exemple.fr/cv");
        assertThat(identity.postalCode()).isEqualTo("69003");
        assertThat(identity.city()).isEqualTo("Lyon");
        assertThat(identity.addresses()).contains("12 bis rue des Lilas");
    }
}
