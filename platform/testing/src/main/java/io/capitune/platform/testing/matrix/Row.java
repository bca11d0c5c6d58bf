package io.capitune.platform.testing.matrix;

import java.util.EnumMap;
import java.util.Map;

/**
 * A line of the table.
 *
 * @param endpoint method and path
 * @param expected the status that each role is to get
 */
public record Row(String endpoint, Owner owner, Map<Role, Integer> expected) {

    private static final int OK = 200;
    private static final int BEFORE_STATUSES = 3;

    /** Reads {@code METHOD path owner} and a status for each role, apart by white space. */
    static Row parse(String line) {
        var cells = line.strip().split("\\s+");
        if (cells.length != BEFORE_STATUSES + Role.values().length) {
            throw new IllegalArgumentException("a row has method, path, owner and a status for each role: " + line);
        }
        var expected = new EnumMap<Role, Integer>(Role.class);
        for (var role : Role.values()) {
            expected.put(role, Integer.valueOf(cells[BEFORE_STATUSES + role.ordinal()]));
        }
        return new Row(cells[0] + " " + cells[1], Owner.of(cells[2]), expected);
    }

    /** Whether somebody whom nobody knows gets the same. */
    boolean forVisitors() {
        return expected.get(Role.VISITOR) == OK;
    }

    @Override
    public String toString() {
        return endpoint + " " + owner.word();
    }
}
