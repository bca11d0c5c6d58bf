package io.capitune.platform.storage;

import java.util.regex.Pattern;

import io.capitune.platform.random.RandomTokens;

/** The names that a store gives: 128 random bits and an extension. What has another name in its place is not ours. */
final class BlobNames {

    /** Ends the name of a file that is being written. */
    static final String PARTIAL = ".part";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{22}\\.[a-z0-9]{1,8}(\\.part)?");

    private BlobNames() {}

    static String random(RandomTokens random, String extension) {
        return checked(random.id() + "." + extension);
    }

    static boolean isOurs(String name) {
        return NAME.matcher(name).matches();
    }

    /** The name itself; throws {@link IllegalArgumentException} where no store gave it, so that it never becomes a path. */
    static String checked(String name) {
        if (!isOurs(name)) {
            throw new IllegalArgumentException("not a name of this store");
        }
        return name;
    }
}
