package io.capitune.worker.prove;

/**
 * What a reader finds in a PDF.
 *
 * @param text all text, in the order of the content
 * @param lostCharacters glyphs that stand for no character of any font
 */
record ReadBack(String text, int pages, int lostCharacters) {}
