package io.capitune.cvjob.page;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.cv.job.CvJob;
import io.capitune.cv.job.CvJobStatus;
import io.capitune.cv.job.FailureCode;
import io.capitune.cvjob.status.CvJobView;
import io.capitune.platform.page.Pages;

/** The five steps of a job as a person follows them. */
@ApplicationScoped
class Stages {

    private static final int QUEUE = 0;
    private static final int COMPOSING = 1;
    private static final int RENDERING = 2;
    private static final int PRINTING = 3;
    private static final int PROVING = 4;

    private final Pages pages;

    Stages(Pages pages) {
        this.pages = pages;
    }

    List<StageLine> of(CvJob job, CvJobView view) {
        var words = pages.messages(StatusMessages.class);
        var names = List.of(words.queue(), words.composing(), words.rendering(), words.printing(), words.proving());
        var texts = List.of(
                queueText(words, view),
                words.composingText(),
                words.renderingText(job.input().pageSize()),
                words.printingText(),
                words.provingText());
        var now = now(job);
        var lines = new ArrayList<StageLine>();
        for (int i = QUEUE; i <= PROVING; i++) {
            var state = i < now ? "done" : i > now ? "todo" : job.status() == CvJobStatus.FAILED ? "failed" : "running";
            lines.add(new StageLine(names.get(i), texts.get(i), state, says(words, state)));
        }
        return lines;
    }

    /** The step's name, for those who listen. */
    String current(CvJob job, CvJobView view) {
        return of(job, view).get(now(job)).name();
    }

    private static int now(CvJob job) {
        if (job.failure() != null) {
            return failedAt(job.failure());
        }
        var stage = job.stage();
        if (stage == null) {
            return QUEUE;
        }
        return switch (stage) {
            case COMPOSING -> COMPOSING;
            case RENDERING -> RENDERING;
            case PRINTING -> PRINTING;
            case PROVING, STORING -> PROVING;
        };
    }

    private static int failedAt(FailureCode code) {
        return switch (code) {
            case MODEL_UNAVAILABLE, MODEL_ANSWER_INVALID, INTERNAL -> COMPOSING;
            case RENDER_FAILED -> RENDERING;
            case PRINT_FAILED, TOO_LONG -> PRINTING;
            case PROOF_FAILED, STORAGE_FAILED -> PROVING;
        };
    }

    private static String queueText(StatusMessages words, CvJobView view) {
        var position = view.position();
        if (position == null) {
            return words.queuePassed();
        }
        return position.equals(1) ? words.queueNext() : words.queuePlace(position.toString());
    }

    private static String says(StatusMessages words, String state) {
        return switch (state) {
            case "done" -> words.stageDone();
            case "running" -> words.stageRunning();
            case "failed" -> words.stageFailed();
            default -> words.stageTodo();
        };
    }
}
