package io.capitune.cvjob.page;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.cv.job.CvJob;
import io.capitune.cv.resume.ResumeJson;
import io.capitune.platform.page.Pages;
import org.jspecify.annotations.Nullable;

/** What a CV is called in lists and headings. */
@ApplicationScoped
class CvTitles {

    private final Pages pages;

    CvTitles(Pages pages) {
        this.pages = pages;
    }

    /** The job it aims at, else the person's own title, else a word. */
    String of(CvJob job) {
        var composition = job.composition();
        if (job.input().targetJob() != null) {
            return job.input().targetJob();
        }
        if (composition != null && composition.document().title() != null) {
            return composition.document().title();
        }
        var resume = job.input().resume();
        return orWord(resume == null ? null : ResumeJson.read(resume).basics().label());
    }

    /** The title, or a word where there is none. */
    String orWord(@Nullable String title) {
        return title == null || title.isBlank()
                ? pages.messages(StatusMessages.class).untitled()
                : title;
    }
}
