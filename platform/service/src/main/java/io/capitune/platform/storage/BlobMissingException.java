package io.capitune.platform.storage;

/** The file is not there (any more). */
public final class BlobMissingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Names the missing file; names are random and safe to log. */
    public BlobMissingException(String name, Throwable cause) {
        super("no file " + name, cause);
    }
}
