package io.capitune.notification.letter;

import io.capitune.platform.PlatformConfig;

/** Addresses of CVs' pages. */
final class CvLinks {

    private CvLinks() {}

    /** The page of one CV, as people open it. */
    static String of(PlatformConfig platform, String job) {
        return platform.publicUrl().toString().replaceAll("/+$", "") + "/cv/" + job;
    }
}
