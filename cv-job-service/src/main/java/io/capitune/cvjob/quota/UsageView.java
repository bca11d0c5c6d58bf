package io.capitune.cvjob.quota;

/**
 * What an account has used.
 *
 * @param period the month, such as {@code 2026-11}
 */
public record UsageView(String plan, String period, int used, int limit) {}
