package io.capitune.auth.rights;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Downloads of all data and deletions of accounts. */
@ConfigMapping(prefix = "capitune.rights")
public interface RightsConfig {

    /** The services, by name, that keep something about people besides this one: all of them are asked for it and told to erase it. */
    Map<String, URI> contexts();

    /** How long one of them may take to give out or erase what it keeps. */
    @WithDefault("20s")
    Duration timeout();

    /** How long one of them may take to tell what it keeps, while somebody looks at a page. */
    @WithDefault("3s")
    Duration previewTimeout();

    /** Downloads of one account within {@link #downloadWindow()}. */
    @WithDefault("5")
    int downloads();

    @WithDefault("1h")
    Duration downloadWindow();

    /** The first wait after a context could not erase; it doubles, up to {@link #longestBackoff()}. */
    @WithDefault("10s")
    Duration backoff();

    @WithDefault("1h")
    Duration longestBackoff();

    /** How long a process that went on an erasure has until another one takes it up. */
    @WithDefault("5m")
    Duration lease();
}
