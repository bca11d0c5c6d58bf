package io.capitune.cv.job;

/** What a worker is doing with a running job, in this order. */
public enum Stage {
    COMPOSING,
    RENDERING,
    PRINTING,
    PROVING,
    STORING
}
