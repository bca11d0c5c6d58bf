package io.capitune.bench.report;

/** What a run says of a goal. */
public enum Verdict {
    MET("met"),
    MISSED("MISSED"),
    /** What was measured shows neither; the goal is not met by that. */
    NOT_DECIDED("not decided");

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    /** Met or missed. */
    public static Verdict of(boolean met) {
        return met ? MET : MISSED;
    }

    /** As it stands in a row. */
    @Override
    public String toString() {
        return words;
    }
}
