package io.capitune.notification.letter;

import java.util.regex.Pattern;

import io.capitune.notification.PermanentFailure;

/**
 * One mailbox that can stand in a header as it is.
 *
 * @param address a bare address: no name, no list, nothing that ends a line
 */
public record Recipient(String address) {

    private static final int MAX_LENGTH = 254;
    private static final Pattern BARE = Pattern.compile("[^\\s\\p{Cntrl}@<>()\\[\\]\\\\,;:\"]+@[\\p{L}\\p{N}.-]+");

    public Recipient {
        if (address.length() > MAX_LENGTH || !BARE.matcher(address).matches()) {
            throw new PermanentFailure("ADDRESS_INVALID");
        }
    }

    @Override
    public String toString() {
        return "a recipient";
    }
}
