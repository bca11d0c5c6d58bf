package io.capitune.auth.admin.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Texts of the audit log's page; English stands in {@code messages/audit_en.properties}. */
@MessageBundle("audit")
public interface AuditMessages {

    @Message("Journal")
    String auditTitle();

    @Message("Ce que les administrateurs et l’exploitant ont fait, le plus récent d’abord. Rien n’en est retiré.")
    String auditLead();

    @Message("Par")
    String by();

    @Message("Adresse, identifiant, ou operator.")
    String byHint();

    @Message("Sur le compte")
    String about();

    @Message("Adresse ou identifiant.")
    String aboutHint();

    @Message("Acte")
    String act();

    @Message("Tous les actes")
    String anyAct();

    @Message("Du")
    String from();

    @Message("Au")
    String to();

    @Message("Rien ne correspond")
    String entriesNoneTitle();

    @Message("Aucun acte de ce genre n’est au journal.")
    String entriesNoneText();

    @Message("Voir tout le journal")
    String entriesAll();

    @Message("l’exploitant")
    String operator();

    @Message("compte supprimé")
    String gone();

    @Message("Depuis")
    String fromNetwork();

    @Message("Compte créé")
    String actCreated();

    @Message("Rôle changé")
    String actRole();

    @Message("Compte suspendu")
    String actSuspended();

    @Message("Compte rétabli")
    String actRestored();

    @Message("Second facteur retiré")
    String actFactor();

    @Message("Compte supprimé")
    String actDeleted();

    @Message("Mots du motif")
    String reasonWords();

    @Message("Des mots entiers. Tous doivent y être, avec ou sans accents.")
    String reasonWordsHint();

    @Message("Réseau")
    String network();

    @Message("Adresse IP, ou réseau comme 2001:db8:0:1::/64.")
    String networkHint();

    @Message("Comptes importés")
    String actImported();

    @Message("Clé de signature renouvelée")
    String actKeysRotated();

    @Message("Clés de signature remplacées d’urgence")
    String actKeysReplaced();

    @Message("Formule changée")
    String actPlan();

    @Message("File d’attente mise en pause")
    String actDrained();

    @Message("File d’attente reprise")
    String actResumed();

    @Message("CV relancé")
    String actRetried();

    @Message("CV en attente ou en échec retirés")
    String actPurged();

    @Message("Fichiers sans CV supprimés")
    String actFiles();

    @Message("Nouveaux comptes\u00a0:")
    String detailNew();

    @Message("Déjà là\u00a0:")
    String detailKnown();

    @Message("Refusés\u00a0:")
    String detailRefused();

    @Message("Empreinte du fichier\u00a0:")
    String detailFile();

    @Message("Formule\u00a0:")
    String detailPlan();

    @Message("CV\u00a0:")
    String detailJob();

    @Message("État\u00a0:")
    String detailStatus();

    @Message("Erreur\u00a0:")
    String detailCode();

    @Message("Depuis plus de (secondes)\u00a0:")
    String detailAge();
}
