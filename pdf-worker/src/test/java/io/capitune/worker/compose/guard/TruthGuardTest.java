package io.capitune.worker.compose.guard;

import java.text.Normalizer;
import java.util.List;

import io.capitune.worker.compose.guard.Violation.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class TruthGuardTest {

    private static final List<String> SKILLS = List.of("Silae", "Excel", "accueil", "Power Query", "C++", "Kubernetes");
    private static final String OFFER =
            "Nous cherchons un expert IFRS en trésorerie, consolidation et reporting chez Danone.";

    private final TruthGuard guard = new TruthGuard(SKILLS, OFFER);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Je fais la caisse et j'accueille les clients | Caissière, Carrefour Market | Tenue de la caisse et accueil des clients
            établissement de 420 bulletins de paie par mois sur silae | Gestionnaire de paie | Établissement de 420 bulletins de paie par mois sur Silae
            réduit les erreurs de 38 % en 2023 | | Réduction de 38 % des erreurs en 2023
            formation de deux collègues à la DSN | | Formation de 2 collègues à la DSN
            gestion d'une équipe de 5 vendeurs | Vendeur | Encadrement d'une équipe de 5 vendeurs
            j'ai participé à la refonte du site web | | Participation à la refonte du site web
            j'ai participé à la refonte du site web | | Contribution à la refonte du site web
            dépannage à domicile des clients | Technicien | Dépannage chez les clients, à domicile
            Préparation des commandes, chargement des camions | Cariste, Geodis, Lyon | Préparation des commandes et chargement des camions chez Geodis
            Anglais niveau B2 pour les appels clients | | Appels clients en anglais (niveau B2)
            prise en charge de 12 patients par jour | Infirmière | Prise en charge quotidienne de 12 patients par jour
            développement d'une API en C++ et Node.js | | Développement d'une API en Node.js et C++
            budget de 1 200 € par mois | | Suivi d'un budget de 1200 € par mois
            I was serving customers at the bar and closing the till | Bartender | Served customers at the bar and closed the till
            Wrote tests for 3 services, cut build time by 40% | Software engineer, Acme | Cut build time by 40% and wrote tests for 3 services
            Helped with the migration to Kubernetes | | Supported the migration to Kubernetes
            Mise en place d'un tri des déchets à l'Île-de-France | | Mise en place du tri des déchets en Île-de-France
            """)
    void letsPassWhatTheSourceSays(String line, String facts, String rewritten) {
        assertThat(guard.check(rewritten, Source.line(line, facts == null ? "" : facts)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NUMBER         | Je gère les bulletins de paie | Gestionnaire | Gestion de 420 bulletins de paie
            NUMBER         | réduit les erreurs de 38 % | | Réduction des erreurs de 48 %
            NUMBER         | équipe de 12 personnes | | Équipe de 12 % de personnes
            NUMBER         | budget de 12 k€ | | Budget de 12 M€
            NUMBER         | formation de collègues | | Formation de trois collègues
            NUMBER         | formation de collègues | | Formation d'une dizaine de collègues
            NUMBER         | served customers at the bar | | Served hundreds of customers at the bar
            NUMBER         | budget of $1,200 | | Budget of $1,300
            DURATION       | Vendeuse en boulangerie depuis 2015 | 2015 | Vendeuse en boulangerie, 11 ans
            DURATION       | Sold bread since 2015 | | Sold bread for 11 years
            NAME           | Préparation des commandes | Cariste | Préparation des commandes chez Amazon
            NAME           | Préparation des commandes | Cariste | Amazon : préparation des commandes
            NAME           | préparation des commandes | Cariste | préparation des commandes chez danone
            NAME           | Served customers | Waitress | Served customers at Harrods
            NAME           | ventes à Orleans | | Ventes à Orléans
            SKILL          | Tenue des tableaux de bord | Assistante | Tenue des tableaux de bord sous Excel
            SKILL          | Tenue des tableaux de bord | Assistante | tenue des tableaux de bord avec excel
            SKILL          | Rédaction de courriers | Assistante | Rédaction de courriers et accueil
            SKILL          | Deployed services | Engineer | Deployed services on Kubernetes
            SKILL          | Développement d'API | | Développement d'API en C#
            SKILL          | conduite de chariots | Cariste | Conduite de chariots R489
            GENDER         | Infirmière de nuit en pédiatrie | | Infirmier de nuit en pédiatrie
            GENDER         | soins de nuit en pédiatrie | Infirmière | En tant qu'infirmier, soins de nuit en pédiatrie
            GENDER         | Développeuse web pour la mairie | | Développeur web pour la mairie
            GENDER         | Directrice d'école | | Directeur d'école
            GENDER         | Chargée de clientèle | | Chargé de clientèle
            GENDER         | Cheffe de rayon | | Chef de rayon
            GENDER         | Agent d'entretien de nuit | | Agente d'entretien de nuit
            GENDER         | Waitress in a busy café | | Waiter in a busy café
            GENDER         | Ran the kitchen | | Ran her kitchen
            DEGREE         | BTS comptabilité | | BTS comptabilité (équivalent bac+2)
            DEGREE         | Formation de comptable | | Formation de comptable, licence
            DEGREE         | Titre professionnel comptable | | Titre professionnel comptable, bachelor degree
            LEVEL          | Anglais B1, espagnol C1 | | Anglais C1, espagnol C1
            LEVEL          | Notions d'anglais | | Anglais courant
            LEVEL          | Some Spanish with customers | | Fluent Spanish with customers
            LEVEL          | Utilisation des tableaux | | Maîtrise des tableaux
            RESPONSIBILITY | Participé au projet de déménagement | | Piloté le projet de déménagement
            RESPONSIBILITY | Participé au projet de déménagement | Chef de projet | Projet de déménagement
            RESPONSIBILITY | Organisation du planning | | Dirigé l'organisation du planning
            RESPONSIBILITY | Helped plan the office move | | Led the office move
            RESPONSIBILITY | Answered emails from suppliers | | Managed emails from suppliers
            RESPONSIBILITY | Utilisé un outil de suivi des stocks | | Conçu un outil de suivi des stocks
            RESULT         | Suivi des ventes du rayon | | Augmentation des ventes du rayon
            RESULT         | Looked after the sales floor | | Increased sales floor
            QUALITY        | Tenue de caisse | | Tenue de caisse rigoureuse
            QUALITY        | Served customers | | Served customers, proven service
            OFFER          | Saisie des factures fournisseurs | Comptable | Saisie des factures fournisseurs et trésorerie
            DISTANT        | Ménage des bureaux | | Préparation de repas équilibrés pour enfants
            SHAPE          | Ménage des bureaux | | Ménage des bureaux [#7]
            SHAPE          | Ménage des bureaux | | <b>Ménage des bureaux</b>
            """)
    void refusesWhatTheSourceDoesNotSay(Kind kind, String line, String facts, String rewritten) {
        assertThat(guard.check(rewritten, Source.line(line, facts == null ? "" : facts)))
                .map(Violation::kind)
                .contains(kind);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            true  | Gestionnaire de paie, 420 bulletins par mois sur Silae.
            true  | Infirmière en pédiatrie à Nantes, anglais B1.
            false | Infirmier en pédiatrie à Nantes.
            false | Gestionnaire de paie, 420 bulletins par mois, 10 ans d'expérience.
            false | Gestionnaire de paie chez Michelin.
            false | Gestionnaire de paie dynamique et rigoureuse.
            false | Gestionnaire de paie, anglais C1.
            """)
    void summaryDrawsOnTheWholeResume(boolean passes, String summary) {
        String resume = """
                Gestionnaire de paie
                Nantes
                420 bulletins par mois sur Silae
                Infirmière en pédiatrie
                anglais B1""";
        assertThat(guard.check(summary, Source.whole(resume)).isEmpty()).isEqualTo(passes);
    }

    @Test
    void composedAndDecomposedAccentsAreTheSame() {
        String decomposed = Normalizer.normalize("Tenue de la caisse à Orléans", Normalizer.Form.NFD);
        assertThat(guard.check(decomposed, Source.line("tenue de la caisse à Orléans", "")))
                .isEmpty();
    }

    @Test
    void namesInOtherScriptsMustStandInTheSource() {
        assertThat(guard.check("担当：東京本社", Source.line("東京本社で担当", ""))).isEmpty();
        assertThat(guard.check("Gestion 大阪 des ventes", Source.line("gestion des ventes 東京", "")))
                .map(Violation::kind)
                .contains(Kind.NAME);
    }

    @Test
    void blankAndEndlessLinesAreNone() {
        assertThat(guard.check(" ", Source.line("a", ""))).isPresent();
        assertThat(guard.check("caisse ".repeat(100), Source.line("caisse", "")))
                .isPresent();
    }

    @Test
    void saysWhyInTheReadersLanguage() {
        Violation violation = guard.check("Gestion de 420 bulletins", Source.line("gestion des bulletins", ""))
                .orElseThrow();
        assertThat(violation.reason("fr")).isEqualTo("Ce chiffre n’est pas dans votre texte\u00a0: «\u00a0420\u00a0».");
        assertThat(violation.reason("en")).isEqualTo("This figure is not in your text: “420”.");
    }
}
