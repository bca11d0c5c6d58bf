package io.capitune.auth.audit;

/** What a walk along the audit log's chain found. */
public sealed interface ChainState {

    /**
     * Every entry is as it was written, and none is missing.
     *
     * @param entries how many there are
     * @param lastSeal of the last one: kept elsewhere, it shows later that nothing before it was replaced
     */
    record Whole(long entries, String lastSeal) implements ChainState {}

    /** The first entry at which the chain is not what was written. */
    record Broken(long entry, Fault fault) implements ChainState {}

    /** What is wrong with an entry. */
    enum Fault {
        /** There is none of this number. */
        MISSING,
        /** Something in it is not what was sealed. */
        CHANGED,
        /** It does not follow from the entry before it. */
        DETACHED,
        /** The chain should go on here: its end was cut off, or the head that says so was changed. */
        CUT_OFF,
        /** It is beyond the end of the chain. */
        ADDED,
        /** It is not the one whose seal was kept elsewhere. */
        REPLACED
    }
}
