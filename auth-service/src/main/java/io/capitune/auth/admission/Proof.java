package io.capitune.auth.admission;

/** How somebody has proved that an account is theirs. */
public enum Proof {
    LINK,
    CODE,
    PASSWORD,
    /** Always with user verification: something one has and something one is or knows, at once. */
    PASSKEY,
    PROVIDER
}
