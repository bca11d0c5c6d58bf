package io.capitune.cvjob.list;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;

import io.capitune.cv.job.CvJob;
import io.capitune.cv.job.CvJobs.Cursor;
import io.capitune.platform.error.ProblemException;

/** A place in a list as text that means nothing to its reader. */
final class CursorText {

    private static final Pattern PLAIN = Pattern.compile("(\\d{1,15}):([A-Za-z0-9_-]{1,64})");

    private CursorText() {}

    static String after(CvJob job) {
        var plain = job.createdAt().toEpochMilli() + ":" + job.id();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    static Cursor parse(String text) {
        try {
            var plain = PLAIN.matcher(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
            if (plain.matches()) {
                return new Cursor(Instant.ofEpochMilli(Long.parseLong(plain.group(1))), plain.group(2));
            }
        } catch (IllegalArgumentException notBase64) {
            // Told below.
        }
        throw new ProblemException(400, "MALFORMED", "This cursor is not one that a list gave.");
    }
}
