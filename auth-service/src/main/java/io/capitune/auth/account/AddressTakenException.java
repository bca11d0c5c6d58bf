package io.capitune.auth.account;

/** The address is another account's, or kept for one. The transaction is of no use then. */
public final class AddressTakenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AddressTakenException() {
        super("an address is taken", null, false, false);
    }
}
