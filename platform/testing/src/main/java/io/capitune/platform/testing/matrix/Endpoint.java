package io.capitune.platform.testing.matrix;

/**
 * A method and a path that a service answers.
 *
 * @param path with its parameters by name only, such as {@code /api/cv/jobs/{id}}
 * @param pattern the regular expression of the paths that reach it
 * @param form whether it reads a form
 */
public record Endpoint(String method, String path, String pattern, boolean form) {

    /** Method and path, by which the table names it. */
    public String name() {
        return method + " " + path;
    }

    boolean hasParameter() {
        return path.contains("{");
    }

    /** Whether only our own services may call it. */
    boolean internal() {
        return path.startsWith("/internal/");
    }

    /** The plainest request for it: unknown objects, an empty form or an empty JSON object. */
    public Call emptyCall() {
        var call = Call.to(path.replaceAll("\\{[^}]*}", "nothing-of-that-name"));
        if (method.equals("GET") || method.equals("HEAD") || method.equals("DELETE") || method.equals("OPTIONS")) {
            return call;
        }
        return form ? call.form("") : call.json("{}");
    }

    /** The same for the object of that id. */
    public Call callOn(String id) {
        var call = emptyCall();
        return new Call(path.replaceAll("\\{[^}]*}", id), call.contentType(), call.body());
    }

    @Override
    public String toString() {
        return name();
    }
}
