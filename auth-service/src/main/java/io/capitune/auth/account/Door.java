package io.capitune.auth.account;

import org.jspecify.annotations.Nullable;

/**
 * Where opening an account and closing ways into it meet; see {@link Doors}.
 *
 * @param openings how often somebody came with a proof to open it; null for never
 * @param closings how often ways into it were closed; null for never
 */
public record Door(@Nullable Long openings, @Nullable Long closings) {}
