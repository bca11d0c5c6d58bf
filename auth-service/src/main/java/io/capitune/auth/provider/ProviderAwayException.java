package io.capitune.auth.provider;

/** A provider cannot be reached, is too slow, or says that it is in trouble. */
public class ProviderAwayException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ProviderAwayException(String what, Throwable cause) {
        super(what, cause);
    }

    ProviderAwayException(String what) {
        super(what);
    }
}
