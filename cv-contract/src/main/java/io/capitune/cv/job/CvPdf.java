package io.capitune.cv.job;

/**
 * The printed file.
 *
 * @param blob its name in the blob store
 * @param bytes its length
 * @param sha256 of its bytes, base64url
 */
public record CvPdf(String blob, long bytes, int pages, String sha256) {}
