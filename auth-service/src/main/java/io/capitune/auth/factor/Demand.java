package io.capitune.auth.factor;

/** What is still asked of somebody who has proved an account theirs by anything but a passkey. */
public enum Demand {
    NONE,
    /** A code of the app, or a recovery code. */
    CODE,
    /** An admin without an app, who has a passkey: it has to be used. */
    PASSKEY,
    /** An admin with neither: an app has to be set up first. */
    ENROLMENT
}
