package io.capitune.cvjob.rights;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.cv.job.CvJob;
import io.capitune.cv.job.CvJobs;
import io.capitune.cv.job.Garbage;
import io.capitune.cvjob.submit.IdempotencyKeys;
import io.capitune.platform.page.Bundles;
import io.capitune.platform.personal.PersonalArchive;
import io.capitune.platform.personal.PersonalData;
import io.capitune.platform.personal.Share;
import io.capitune.platform.storage.BlobMissingException;
import io.capitune.platform.storage.BlobStore;

/** CVs, with what was written and printed for them. */
@ApplicationScoped
class CvData implements PersonalData {

    private static final int PAGE = 50;

    private final CvJobs jobs;
    private final IdempotencyKeys keys;
    private final BlobStore files;

    CvData(CvJobs jobs, IdempotencyKeys keys, BlobStore files) {
        this.jobs = jobs;
        this.keys = keys;
        this.files = files;
    }

    @Override
    public Set<String> collections() {
        return Set.of(CvJobs.COLLECTION, "cv_corrections", "idempotency_keys", "blob_garbage");
    }

    @Override
    public void export(String owner, PersonalArchive archive) throws IOException {
        List<CvJob> page = jobs.list(owner, null, PAGE);
        while (!page.isEmpty()) {
            for (var job : page) {
                export(job, archive);
            }
            page = jobs.list(owner, after(page), PAGE);
        }
    }

    /** A file whose time is over, or that was removed a moment ago, is left out; a store that is away ends it all. */
    private void export(CvJob job, PersonalArchive archive) throws IOException {
        var pdf = job.pdf();
        if (pdf == null) {
            archive.json("cvs/" + job.id() + ".json", ExportedCv.of(job, null));
            return;
        }
        try (var bytes = files.open(pdf.blob())) {
            archive.json("cvs/" + job.id() + ".json", ExportedCv.of(job, pdf));
            archive.file("cvs/" + job.id() + ".pdf", bytes);
        } catch (BlobMissingException gone) {
            archive.json("cvs/" + job.id() + ".json", ExportedCv.of(job, null));
        }
    }

    @Override
    public Share preview(String owner, Locale language) {
        var say = Bundles.in(language, ShareMessages.class);
        return Share.going(say.cvs(jobs.count(owner)), say.underWay())
                .and(new Share(List.of(), List.of(new Share.Line(say.answers(), say.answersWhy()))));
    }

    /**
     * Each job goes in its own transaction, as when its owner removes it: cancelled, its unit given back, its file noted to be
     * deleted, so that none of them is lost when this ends half-way.
     */
    @Override
    public void erase(String owner) {
        for (var page = jobs.list(owner, null, PAGE); !page.isEmpty(); page = jobs.list(owner, null, PAGE)) {
            keys.forget(page.stream().map(CvJob::id).toList());
            for (var job : page) {
                jobs.remove(job.id(), owner).ifPresent(removed -> Garbage.deleteNow(removed.pdf(), files));
            }
        }
    }

    private static CvJobs.Cursor after(List<CvJob> page) {
        var last = page.getLast();
        return new CvJobs.Cursor(last.createdAt(), last.id());
    }
}
