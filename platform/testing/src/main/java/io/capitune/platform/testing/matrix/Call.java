package io.capitune.platform.testing.matrix;

/**
 * What is sent.
 *
 * @param path with its query
 * @param contentType null where there is no body
 * @param body null for none
 */
public record Call(String path, String contentType, String body) {

    /** A request without a body. */
    public static Call to(String path) {
        return new Call(path, null, null);
    }

    /** The same with a JSON body. */
    public Call json(String json) {
        return new Call(path, "application/json", json);
    }

    /** The same with a form's fields, as a browser encodes them. */
    public Call form(String fields) {
        return new Call(path, "application/x-www-form-urlencoded", fields);
    }
}
