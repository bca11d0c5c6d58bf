package io.capitune.platform.error;

/** Draws an error for a person, in their language. Services with pages have one; others answer problems only. */
public interface ErrorPage {

    /**
     * The whole page.
     *
     * @param status HTTP status
     * @param code stable code of the problem
     * @param detail what happened, in English; a page may have better words by code
     */
    String html(int status, String code, String detail);
}
