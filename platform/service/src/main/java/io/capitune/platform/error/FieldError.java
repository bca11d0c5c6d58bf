package io.capitune.platform.error;

/**
 * What is wrong with one field.
 *
 * @param pointer JSON pointer (RFC 6901) into the request's body
 * @param detail words for the person who filled it in
 */
public record FieldError(String pointer, String detail) {}
