package io.capitune.cvjob.page;

import java.util.ArrayList;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.cv.job.CvPdf;
import io.capitune.cv.job.Proof;
import io.capitune.platform.page.Pages;

/** The proof in the reader's words. */
@ApplicationScoped
class ProofViews {

    private final Pages pages;

    ProofViews(Pages pages) {
        this.pages = pages;
    }

    ProofView of(Proof proof, CvPdf pdf) {
        var words = pages.messages(StatusMessages.class);
        var rows = new ArrayList<ProofView.Row>();
        for (var field : proof.fields()) {
            var count = field.complete()
                    ? field.expected() > 1 ? words.allFound(field.found()) : ""
                    : words.partFound(field.found(), field.expected());
            rows.add(new ProofView.Row(name(words, field.name()), field.complete(), field.read(), count));
        }
        var lost = proof.lostCharacters();
        rows.add(new ProofView.Row(
                words.characters(), lost == 0, lost == 0 ? words.noneLost() : words.someLost(lost), ""));
        rows.add(new ProofView.Row(
                words.length(), true, pdf.pages() == 1 ? words.onePage() : words.pages(pdf.pages()), ""));
        return new ProofView(rows, proof.text());
    }

    private static String name(StatusMessages words, String field) {
        return switch (field) {
            case "NAME" -> words.fieldName();
            case "TITLE" -> words.fieldTitle();
            case "CONTACTS" -> words.fieldContacts();
            case "SUMMARY" -> words.fieldSummary();
            case "WORK" -> words.fieldWork();
            case "EDUCATION" -> words.fieldEducation();
            case "SKILLS" -> words.fieldSkills();
            case "LANGUAGES" -> words.fieldLanguages();
            case "CERTIFICATES" -> words.fieldCertificates();
            case "PROJECTS" -> words.fieldProjects();
            case "VOLUNTEER" -> words.fieldVolunteer();
            case "AWARDS" -> words.fieldAwards();
            case "PUBLICATIONS" -> words.fieldPublications();
            case "INFORMATION" -> words.fieldInformation();
            case "INTERESTS" -> words.fieldInterests();
            default -> field;
        };
    }
}
