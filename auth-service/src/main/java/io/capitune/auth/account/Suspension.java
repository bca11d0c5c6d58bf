package io.capitune.auth.account;

import java.time.Instant;

/**
 * Why nobody gets into an account for now.
 *
 * @param reason in the words of who suspended it; shown to its owner
 * @param by the account that did it
 */
public record Suspension(String reason, String by, Instant at) {}
