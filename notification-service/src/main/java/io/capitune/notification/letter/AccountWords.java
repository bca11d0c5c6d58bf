package io.capitune.notification.letter;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a mail about an account says, in its reader's language.
 *
 * @param paragraphs before the button
 * @param button null where it has none
 * @param after below the button
 * @param why why it was sent
 */
public record AccountWords(
        String subject, List<String> paragraphs, @Nullable String button, List<String> after, String why) {}
