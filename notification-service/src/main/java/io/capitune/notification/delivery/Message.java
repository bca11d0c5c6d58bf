package io.capitune.notification.delivery;

import java.time.Instant;

/** A mail in the local mailbox, as its reader sees it. */
public record Message(String id, String to, String subject, String text, String html, Instant sentAt) {}
