package io.capitune.platform.personal;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What happens to a part of somebody's data when the account is deleted.
 *
 * @param goes what is erased
 * @param stays what is kept, each with its reason
 */
public record Share(List<Line> goes, List<Line> stays) {

    public Share {
        goes = List.copyOf(goes);
        stays = List.copyOf(stays);
    }

    /**
     * One thing.
     *
     * @param what in a person's words, number included
     * @param why it stays; null for what goes
     */
    public record Line(String what, @Nullable String why) {

        /** Something that goes. */
        public static Line of(String what) {
            return new Line(what, null);
        }
    }

    /** Something that goes, and nothing that stays. */
    public static Share going(String... what) {
        return new Share(Stream.of(what).map(Line::of).toList(), List.of());
    }

    /** Both together. */
    public Share and(Share other) {
        return new Share(
                Stream.concat(goes.stream(), other.goes.stream()).toList(),
                Stream.concat(stays.stream(), other.stays.stream()).toList());
    }

    /** Nothing. */
    public static Share none() {
        return new Share(List.of(), List.of());
    }
}
