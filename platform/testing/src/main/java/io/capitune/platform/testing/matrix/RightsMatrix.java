package io.capitune.platform.testing.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import org.assertj.core.api.SoftAssertions;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A service's table of who may do what, {@code src/test/resources/matrix.txt}: for each endpoint and owner a line with the status
 * that each {@link Role} gets. What the service answers and the table does not list fails its test, as does a line about what
 * the service no longer answers.
 */
public final class RightsMatrix {

    private static final Path TABLE = Path.of("src", "test", "resources", "matrix.txt");
    private static final Path CLASSES = Path.of("target", "classes");
    private static final int OK = 200;
    private static final String KEPT_BY_NOBODY_ELSE = "(private, )?no-store|private, no-cache";
    private static final Set<Owner> OWNED = Set.of(Owner.OWN, Owner.ANOTHER, Owner.UNKNOWN);

    private final List<Row> rows;
    private final Map<String, Endpoint> endpoints;

    private RightsMatrix(List<Row> rows, List<Endpoint> endpoints) {
        this.rows = rows;
        this.endpoints =
                endpoints.stream().collect(Collectors.toMap(Endpoint::name, Function.identity(), (one, same) -> one));
    }

    /** The table and the endpoints of the module that is under test. */
    public static RightsMatrix ofThisModule() {
        try {
            var rows = Files.readAllLines(TABLE).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Row::parse)
                    .toList();
            return new RightsMatrix(rows, Endpoints.in(CLASSES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its lines, each a test. */
    public List<Row> rows() {
        return rows;
    }

    /** Fails unless table and service name the same endpoints, and each of these with all the owners that it has to have. */
    public void assertComplete() {
        var listed = rows.stream().collect(Collectors.groupingBy(Row::endpoint, Collectors.toList()));
        assertThat(without(endpoints.keySet(), listed.keySet()))
                .as("endpoints without a line in %s", TABLE)
                .isEmpty();
        assertThat(without(listed.keySet(), endpoints.keySet()))
                .as("lines of %s about what is not answered", TABLE)
                .isEmpty();
        listed.forEach((name, lines) -> assertOwners(endpoints.get(name), lines));
    }

    private static Set<String> without(Set<String> names, Set<String> others) {
        var left = new TreeSet<>(names);
        left.removeAll(others);
        return left;
    }

    private static void assertOwners(Endpoint endpoint, List<Row> lines) {
        var owners = lines.stream().map(Row::owner).collect(Collectors.toCollection(TreeSet::new));
        assertThat(owners).as("%s: a line twice", endpoint).hasSameSizeAs(lines);
        if (endpoint.hasParameter() && !endpoint.internal() && !owners.equals(Set.of(Owner.NOBODYS))) {
            assertThat(owners)
                    .as("%s: own, another and unknown, or nobodys", endpoint)
                    .containsAll(OWNED);
        }
    }

    /** Sends the row's request as every role and compares what comes; what a known caller gets to read may be kept by nobody else. */
    public void check(Row row, Fixtures fixtures) {
        var endpoint = endpoints.get(row.endpoint());
        assertThat(endpoint).as(row.endpoint()).isNotNull();
        var answers = new SoftAssertions();
        row.expected().forEach((role, status) -> {
            var caller = fixtures.caller(role);
            var call = fixtures.call(endpoint, row.owner(), caller);
            // Another path would be 404 for everybody, whatever their rights are.
            answers.assertThat(call.path().split("\\?")[0])
                    .as("%s is what reaches the resource", row)
                    .matches(endpoint.pattern());
            var answer = send(endpoint.method(), call, caller);
            answers.assertThat(answer.statusCode()).as("%s as %s", row, role).isEqualTo(status);
            if (endpoint.method().equals("GET") && answer.statusCode() == OK && role != Role.VISITOR) {
                answers.assertThat(answer.header("Cache-Control"))
                        .as("who may keep what %s gets of %s", role, row)
                        .matches(row.forVisitors() ? KEPT_BY_NOBODY_ELSE + "|public.*" : KEPT_BY_NOBODY_ELSE);
            }
        });
        answers.assertAll();
    }

    /** What nobody has written is nobody's to learn of: it wants a caller, and below {@code /internal/} a service. */
    public void checkUnknownPaths(Fixtures fixtures) {
        var answers = new SoftAssertions();
        for (var role : Role.values()) {
            var service = role == Role.SERVICE || role == Role.OPERATOR;
            var visitor = role == Role.VISITOR;
            Map.of(
                            "/nothing-of-ours", visitor ? 303 : service ? 403 : 404,
                            "/api/nothing-of-ours", visitor ? 401 : service ? 403 : 404,
                            "/internal/nothing-of-ours", visitor ? 401 : service ? 404 : 403)
                    .forEach((path, status) -> answers.assertThat(send("GET", Call.to(path), fixtures.caller(role))
                                    .statusCode())
                            .as("%s as %s", path, role)
                            .isEqualTo(status));
        }
        answers.assertAll();
    }

    private static Response send(String method, Call call, Caller caller) {
        var request = RestAssured.given().redirects().follow(false).headers(caller.headers());
        if (call.body() != null) {
            request.contentType(call.contentType()).body(call.body());
        }
        return request.request(method, call.path());
    }
}
