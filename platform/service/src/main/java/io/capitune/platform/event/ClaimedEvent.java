package io.capitune.platform.event;

/**
 * An event that this process may act on until its lease ends.
 *
 * @param claimToken fences every later write
 * @param attempts how often it was claimed, this time included
 */
public record ClaimedEvent(DomainEvent event, String claimToken, int attempts) {}
