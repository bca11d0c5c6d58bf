package io.capitune.platform.testing.matrix;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A path as the table writes it, and the regular expression of the paths that reach it.
 *
 * @param path one slash between segments, none at the end, parameters without their patterns
 */
record Route(String path, String pattern) {

    private static final Pattern PARAMETER = Pattern.compile("\\{\\s*(\\w+)\\s*(?::\\s*(.*?)\\s*)?}");
    private static final Pattern WORDS = Pattern.compile("[\\w-]+(\\|[\\w-]+)*");
    private static final Route ROOT = new Route("/", "/");

    /** The routes of a JAX-RS template: several where a parameter's pattern lists words ({@code a|b}), one with each of them. */
    static List<Route> of(String template) {
        var routes = List.of(ROOT);
        for (var segment : template.split("/")) {
            if (!segment.isEmpty()) {
                routes = routes.stream()
                        .flatMap(route -> segments(segment).map(route::with))
                        .toList();
            }
        }
        return routes;
    }

    private static Stream<Route> segments(String segment) {
        var parameter = PARAMETER.matcher(segment);
        if (!parameter.matches()) {
            return Stream.of(literal(segment));
        }
        var name = "{" + parameter.group(1) + "}";
        var pattern = parameter.group(2);
        if (pattern == null) {
            return Stream.of(new Route(name, "[^/]+"));
        }
        return WORDS.matcher(pattern).matches()
                ? Stream.of(pattern.split("\\|")).map(Route::literal)
                : Stream.of(new Route(name, "(?:" + pattern + ")"));
    }

    private static Route literal(String segment) {
        return new Route(segment, Pattern.quote(segment));
    }

    private Route with(Route segment) {
        return equals(ROOT)
                ? new Route("/" + segment.path, "/" + segment.pattern)
                : new Route(path + "/" + segment.path, pattern + "/" + segment.pattern);
    }
}
