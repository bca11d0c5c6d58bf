package io.capitune.auth.address;

/** What became of a link that changes an address. */
public sealed interface AddressResult {

    /** The account has this address now. */
    record Done(String email) implements AddressResult {}

    /** It has had it since this very link was used before. */
    record DoneBefore(String email) implements AddressResult {}

    /** Another account has the address, or it is kept for one; nothing has changed. */
    record Taken() implements AddressResult {}

    /** The link was used otherwise, is too old, or never was. */
    record Over() implements AddressResult {}
}
