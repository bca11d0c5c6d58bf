package io.capitune.platform.testing.matrix;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ClassFileImporter;

/** Finds what a module's compiled classes answer over HTTP: every method of every resource, inherited ones too, by its JAX-RS annotations. */
final class Endpoints {

    private static final String JAX_RS = "jakarta.ws.rs.";
    private static final String PATH = JAX_RS + "Path";
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private Endpoints() {}

    /** All endpoints of the classes in that folder. */
    static List<Endpoint> in(Path classes) {
        return new ClassFileImporter()
                .importPath(classes).stream()
                        // An interface with a path is a client of another service.
                        .filter(type -> !type.isInterface() && type.isAnnotatedWith(PATH))
                        .flatMap(type -> type.getAllMethods().stream().flatMap(method -> of(type, method)))
                        .toList();
    }

    private static Stream<Endpoint> of(JavaClass type, JavaMethod method) {
        var routes = Route.of(value(type, PATH) + "/" + value(method, PATH));
        var form = (value(method, JAX_RS + "Consumes") + value(type, JAX_RS + "Consumes")).contains("form");
        return method.getAnnotations().stream()
                .map(annotation -> annotation.getRawType().getName())
                .filter(name -> name.startsWith(JAX_RS))
                .map(name -> name.substring(JAX_RS.length()))
                .filter(METHODS::contains)
                .flatMap(verb -> routes.stream().map(route -> new Endpoint(verb, route.path(), route.pattern(), form)));
    }

    private static String value(HasAnnotations<?> annotated, String annotation) {
        return annotated.getAnnotations().stream()
                .filter(one -> one.getRawType().getName().equals(annotation))
                .findFirst()
                .flatMap(Endpoints::value)
                .orElse("");
    }

    private static Optional<String> value(JavaAnnotation<?> annotation) {
        return annotation
                .get("value")
                .map(value -> value instanceof Object[] several ? Arrays.toString(several) : value.toString());
    }
}
