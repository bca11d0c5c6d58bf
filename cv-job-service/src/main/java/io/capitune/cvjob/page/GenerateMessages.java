package io.capitune.cvjob.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of the form; English stands in {@code messages/generate_en.properties}. */
@MessageBundle("generate")
public interface GenerateMessages {

    @Message("Un CV en quelques minutes")
    String newTitle();

    @Message("Corriger ce CV")
    String correctTitle();

    @Message("Corriger et réimprimer ne compte pas dans vos CV du mois.")
    String correctLead();

    @Message("Visible par vous uniquement")
    String onlyYou();

    @Message("Importer")
    String importButton();

    @Message("Formulaire")
    String modeForm();

    @Message("Texte collé")
    String modeText();

    @Message("Comment commencer")
    String modes();

    @Message("Pour quel poste\u202f?")
    String forWhich();

    @Message("Poste visé")
    String targetJob();

    @Message("Tel qu’il est écrit dans l’offre.")
    String targetJobHint();

    @Message("Langue")
    String language();

    @Message("Langue du CV")
    String cvLanguage();

    @Message("Français")
    String french();

    @Message("Anglais")
    String english();

    @Message("Offre d’emploi")
    String jobOffer();

    @Message("Elle sert à choisir l’ordre et les mots. Elle n’ajoute rien à votre parcours.")
    String jobOfferHint();

    @Message("(facultatif)")
    String optional();

    @Message("Votre parcours, avec vos mots")
    String text();

    @Message(
            "Un ancien CV, ou quelques phrases comme vous les diriez à quelqu’un. Dates et noms sont repris tels quels.")
    String textHint();

    @Message(
            "Un modèle de langue en tire les rubriques d’un CV. Chaque fait doit se trouver mot pour mot dans votre texte\u00a0: rien n’est inventé.")
    String textExplained();

    @Message("J’accepte que mes phrases passent par un modèle de langue.")
    String agree();

    @Message(
            "Nom, coordonnées et santé en sont retirés. Sans votre accord, vos phrases restent les vôtres, mot pour mot.")
    String agreeHint();

    @Message("Nom, coordonnées et santé en sont retirés. Un texte collé ne peut pas devenir un CV sans cet accord.")
    String agreeHintText();

    @Message("Ce qui part, et où")
    String agreeMore();

    @Message("Modèle")
    String template();

    @Message("Classique")
    String templateClassique();

    @Message("Moderne")
    String templateModerne();

    @Message("Format")
    String pageSize();

    @Message("Letter (États-Unis)")
    String letter();

    @Message("Aperçu")
    String preview();

    @Message("Aperçu du CV")
    String previewTitle();

    @Message("Actualiser l’aperçu")
    String previewButton();

    @Message("Aperçu avec vos mots. Il est libre et ne compte pas.")
    String previewCaption();

    @Message("L’aperçu apparaît dès que votre nom est écrit.")
    String previewWaits();

    @Message("L’aperçu suivra dès que les champs signalés seront complets.")
    String previewMend();

    @Message("Environ {pages} pages.")
    String previewPages(int pages);

    @Message("Environ 1 page.")
    String previewPage();

    @Message("Générer le PDF")
    String generatePdf();

    @Message("Il vous reste {left} CV sur {limit} en {month}.")
    String quotaLeft(int left, int limit, String month);

    @Message("Vos CV de {month} sont utilisés.")
    String quotaNone(String month);

    @Message("Corriger et réimprimer ne compte pas.")
    String quotaFree();

    @Message("Voir les offres")
    String seePlans();

    @Message("À reprendre")
    String problems();

    @Message("Sans JavaScript, tout fonctionne\u00a0: les boutons rechargent la page.")
    String noscript();

    @Message("Coordonnées")
    String sectionBasics();

    @Message("Accroche")
    String sectionSummary();

    @Message("Expérience")
    String sectionWork();

    @Message("Formation")
    String sectionEducation();

    @Message("Compétences")
    String sectionSkills();

    @Message("Langues")
    String sectionLanguages();

    @Message("Certifications et habilitations")
    String sectionCertificates();

    @Message("Projets")
    String sectionProjects();

    @Message("Bénévolat")
    String sectionVolunteer();

    @Message("Centres d’intérêt")
    String sectionInterests();

    @Message("Autres infos")
    String sectionInformation();

    @Message("Parcours")
    String wholeResume();

    @Message("poste")
    String oneWork();

    @Message("postes")
    String manyWork();

    @Message("diplôme")
    String oneEducation();

    @Message("diplômes")
    String manyEducation();

    @Message("groupe")
    String oneSkill();

    @Message("groupes")
    String manySkill();

    @Message("langue")
    String oneLanguage();

    @Message("langues")
    String manyLanguage();

    @Message("certification")
    String oneCertificate();

    @Message("certifications")
    String manyCertificate();

    @Message("projet")
    String oneProject();

    @Message("projets")
    String manyProject();

    @Message("mission")
    String oneVolunteer();

    @Message("missions")
    String manyVolunteer();

    @Message("centre d’intérêt")
    String oneInterest();

    @Message("centres d’intérêt")
    String manyInterest();

    @Message("Prénom et nom")
    String name();

    @Message("Votre métier")
    String label();

    @Message("Affiché sous votre nom quand aucun poste n’est visé.")
    String labelHint();

    @Message("E-mail")
    String email();

    @Message("Téléphone")
    String phone();

    @Message("Code postal")
    String postcode();

    @Message("Ville")
    String town();

    @Message("Site web")
    String website();

    @Message("Adresse web")
    String web();

    @Message("Ajouter un profil en ligne")
    String addProfile();

    @Message("Réseau")
    String network();

    @Message("ce profil")
    String thisProfile();

    @Message("Nous ne demandons ni date de naissance, ni nationalité, ni situation de famille, ni photo.")
    String basicsHint();

    @Message("Accroche")
    String summary();

    @Message("Deux ou trois lignes\u00a0: votre métier, ce que vous cherchez.")
    String summaryHint();

    @Message("Poste")
    String position();

    @Message("Employeur")
    String employer();

    @Message("Contrat")
    String contract();

    @Message("CDI,CDD,Intérim,Alternance,Stage")
    String contracts();

    @Message("Non précisé")
    String unsaid();

    @Message("Début")
    String start();

    @Message("Fin")
    String end();

    @Message("mars 2021")
    String datePlace();

    @Message("2014")
    String yearPlace();

    @Message("aujourd’hui")
    String todayPlace();

    @Message("J’y travaille encore")
    String stillThere();

    @Message("J’y suis encore")
    String stillActive();

    @Message("En une phrase")
    String workSummary();

    @Message("Ce que vous y faites")
    String whatYouDo();

    @Message("Ce que vous avez fait")
    String whatYouDid();

    @Message("Une action par ligne, avec vos mots. Un chiffre si vous l’avez.")
    String whatYouDoHint();

    @Message("Ligne")
    String line();

    @Message("Ajouter une ligne")
    String addLine();

    @Message("Retirer la ligne")
    String removeLine();

    @Message("Monter")
    String moveUp();

    @Message("Descendre")
    String moveDown();

    @Message("Retirer")
    String remove();

    @Message("Nouvelle expérience")
    String newWork();

    @Message("cette expérience")
    String thisWork();

    @Message("Ajouter une expérience")
    String addWork();

    @Message("La plus récente d’abord. Le CV les range par date.")
    String noWork();

    @Message("Nouveau diplôme")
    String newEducation();

    @Message("cette formation")
    String thisEducation();

    @Message("Ajouter une formation")
    String addEducation();

    @Message("Diplômes, titres professionnels, formations en cours.")
    String noEducation();

    @Message("Diplôme ou titre")
    String degree();

    @Message("Son intitulé exact, en français s’il est français.")
    String degreeHint();

    @Message("Spécialité")
    String area();

    @Message("Établissement")
    String school();

    @Message("Niveau RNCP")
    String rncp();

    @Message("Niveau {level}")
    String rncpLevel(String level);

    @Message("Mention ou note")
    String score();

    @Message("Matières ou modules")
    String courses();

    @Message("Seulement ce qui sert le poste visé.")
    String coursesHint();

    @Message("Quatre groupes au plus se lisent bien.")
    String skillsHint();

    @Message("Groupe")
    String skillGroup();

    @Message("Paie et social")
    String skillGroupPlace();

    @Message("Compétences du groupe")
    String skillTerms();

    @Message("Mots-clés")
    String keywords();

    @Message("Séparées par des virgules.")
    String keywordsHint();

    @Message("ce groupe")
    String thisSkill();

    @Message("Ajouter un groupe")
    String addSkill();

    @Message("Un niveau de A1 à C2, ou vos mots\u00a0: langue maternelle, notions.")
    String languagesHint();

    @Message("Niveau (CECRL)")
    String cefr();

    @Message("Ou avec vos mots")
    String fluency();

    @Message("langue maternelle")
    String fluencyPlace();

    @Message("Test")
    String test();

    @Message("Année")
    String year();

    @Message("cette langue")
    String thisLanguage();

    @Message("Ajouter une langue")
    String addLanguage();

    @Message("SST, habilitations, CACES, certifications. La date de fin évite une question à l’entretien.")
    String certificatesHint();

    @Message("Intitulé")
    String certificate();

    @Message("CACES R489 catégorie 3")
    String certificatePlace();

    @Message("Sorte")
    String certificateKind();

    @Message("Certification")
    String certification();

    @Message("Habilitation")
    String habilitation();

    @Message("Diplôme")
    String diploma();

    @Message("Organisme")
    String issuer();

    @Message("Obtenu")
    String obtained();

    @Message("Valable jusqu’à")
    String validUntil();

    @Message("cette certification")
    String thisCertificate();

    @Message("Ajouter une certification")
    String addCertificate();

    @Message("Ce que vous avez mené hors d’un poste, ou à part.")
    String projectsHint();

    @Message("Nouveau projet")
    String newProject();

    @Message("ce projet")
    String thisProject();

    @Message("Ajouter un projet")
    String addProject();

    @Message("Nom du projet")
    String projectName();

    @Message("Pour qui")
    String projectFor();

    @Message("De quoi s’agit-il")
    String projectDescription();

    @Message("Associations, clubs, entraide.")
    String volunteerHint();

    @Message("Nouvelle mission")
    String newVolunteer();

    @Message("cette mission")
    String thisVolunteer();

    @Message("Ajouter une mission")
    String addVolunteer();

    @Message("Rôle")
    String role();

    @Message("Association")
    String organisation();

    @Message("Deux ou trois, précis\u00a0: «\u00a0course en montagne\u00a0» plutôt que «\u00a0sport\u00a0».")
    String interestsHint();

    @Message("Centre d’intérêt")
    String interest();

    @Message("Précisions")
    String interestTerms();

    @Message("ce centre d’intérêt")
    String thisInterest();

    @Message("Ajouter un centre d’intérêt")
    String addInterest();

    @Message("Permis de conduire")
    String licence();

    @Message("Si le poste le demande.")
    String licenceHint();

    @Message("Ordre des rubriques")
    String profile();

    @Message("Parcours classique\u00a0: expérience d’abord")
    String profileStandard();

    @Message("Études ou premier emploi\u00a0: formation d’abord")
    String profileStudent();

    @Message("Reconversion\u00a0: compétences d’abord")
    String profileChange();

    @Message("Recherche\u00a0: longueur libre")
    String profileAcademic();

    @Message("Il décide de ce qu’on lit en premier.")
    String profileHint();

    @Message("Informations complémentaires")
    String information();

    @Message("Mobilité, disponibilité, horaires\u00a0: une par ligne, imprimées telles quelles.")
    String informationHint();

    @Message("Ajouter une information")
    String addInformation();

    @Message("Faire figurer ma RQTH sur ce CV")
    String rqth();

    @Message("Jamais déduit, jamais envoyé à un modèle, jamais montré ailleurs. Décoché, rien n’en parle.")
    String rqthHint();

    @Message("Âge ou autorisation de travail")
    String permit();

    @Message("Imprimé tel quel\u202f; laissez vide pour ne rien dire.")
    String permitHint();

    @Message("Rien n’est perdu. Quelques champs sont à reprendre.")
    String toMend();

    @Message("Chaque ligne mène au champ.")
    String toMendHow();

    @Message("Votre saisie est gardée.")
    String kept();

    @Message("Vos CV de ce mois sont utilisés. Corriger un CV déjà fait reste libre.")
    String quotaReached();

    @Message("Beaucoup de demandes à la fois\u00a0: réessayez dans {seconds}\u00a0s.")
    String rateLimited(String seconds);

    @Message("Importer un JSON Resume")
    String importTitle();

    @Message(
            "Un fichier .json au format JSON Resume 1.0.0. Tous ses champs sont gardés, ceux que le formulaire ne montre pas aussi.")
    String importLead();

    @Message("Fichier")
    String importFile();

    @Message("Ou collez son contenu")
    String importPaste();

    @Message("Remplir le formulaire")
    String importDo();

    @Message("Le formulaire n’a pas changé.")
    String importFailed();

    @Message("Choisissez un fichier .json, ou collez son contenu.")
    String importNothing();

    @Message(
            "Ce fichier est du JSON, mais pas un JSON Resume\u00a0: il y faut au moins «\u00a0basics\u00a0» avec un nom.")
    String importNoResume();

    @Message("Ce fichier n’est pas du JSON complet\u00a0: la lecture s’arrête à la ligne {line}.")
    String importNoJson(int line);

    @Message("Votre CV est importé. Relisez-le avant de l’imprimer.")
    String imported();

    @Message("Votre CV est importé, quelques champs sont à reprendre.")
    String importedToMend();

    @Message("Laissé de côté, car un CV n’en a pas besoin\u00a0: {fields}.")
    String leftOut(String fields);

    @Message("Remplacer votre saisie\u202f?")
    String replaceTitle();

    @Message("L’import remplace ce qui est dans le formulaire. Vous pourrez annuler.")
    String replaceText();

    @Message("Remplacer")
    String replace();

    @Message("Annuler")
    String cancel();

    @Message("Fermer")
    String close();

    @Message("Le formulaire est rempli.")
    String replaced();

    @Message("Annuler")
    String undo();

    @Message("Enregistré à %s")
    String saved();

    @Message("Votre brouillon est revenu.")
    String restored();

    @Message("Effacer le brouillon")
    String forget();

    @Message("Brouillon effacé.")
    String forgotten();

    @Message("Retiré.")
    String removed();

    @Message("Complet")
    String complete();

    @Message("À compléter")
    String incomplete();

    @Message(
            "Rien n’est perdu\u00a0: votre saisie est gardée dans ce navigateur. Le serveur ne répond pas, réessayez dans un instant.")
    String offline();

    @Message("Envoi…")
    String sending();

    @Message("lignes")
    String lines();

    @Message("ligne")
    String lineOne();
}
