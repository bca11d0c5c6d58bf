package io.capitune.platform.testing.matrix;

/** Who calls; the columns of the table, in its order. */
public enum Role {
    VISITOR,
    CANDIDATE,
    PROFESSIONAL,
    ADMIN,
    /** Another service of ours that this one serves. */
    SERVICE,
    /** Whoever runs the system, by {@code ./capitune admin}. */
    OPERATOR
}
