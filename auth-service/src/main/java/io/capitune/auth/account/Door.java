package io.capitune.auth.account;

import org.jspecify.annotations.Nullable;

/**
 * Where who opens an account and who closes ways into it meet; see {@link Doors}.
 *
 * @param openings how often somebody passed with a proof; null for never
 * @param closings how often ways into it were closed; null for never
 */
public record Door(@Nullable Long openings, @Nullable Long closings) {}
