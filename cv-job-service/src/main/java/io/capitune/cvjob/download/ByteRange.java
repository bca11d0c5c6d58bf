package io.capitune.cvjob.download;

import java.util.Optional;
import java.util.regex.Pattern;

import io.capitune.platform.error.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * One range of bytes (RFC 9110, section 14).
 *
 * @param from inclusive
 * @param to exclusive
 */
record ByteRange(long from, long to) {

    private static final Pattern SINGLE = Pattern.compile("bytes=\\s*(\\d{0,18})-(\\d{0,18})\\s*");

    /**
     * The range that a {@code Range} header asks for; empty for the whole: without a header, for several ranges, and for what
     * is no range, which all may be ignored.
     *
     * @param length of the whole
     * @throws ProblemException 416 where nothing of it is there
     */
    static Optional<ByteRange> of(@Nullable String header, long length) {
        var range = SINGLE.matcher(header == null ? "" : header);
        if (!range.matches() || (range.group(1).isEmpty() && range.group(2).isEmpty())) {
            return Optional.empty();
        }
        return range.group(1).isEmpty()
                ? last(Long.parseLong(range.group(2)), length)
                : between(Long.parseLong(range.group(1)), range.group(2), length);
    }

    private static Optional<ByteRange> last(long count, long length) {
        if (count == 0 || length == 0) {
            throw unsatisfiable(length);
        }
        return Optional.of(new ByteRange(Math.max(0, length - count), length));
    }

    private static Optional<ByteRange> between(long first, String last, long length) {
        var end = last.isEmpty() ? length : Math.min(length, Long.parseLong(last) + 1);
        if (!last.isEmpty() && Long.parseLong(last) < first) {
            return Optional.empty();
        }
        if (first >= length) {
            throw unsatisfiable(length);
        }
        return Optional.of(new ByteRange(first, end));
    }

    /** The value of {@code Content-Range}. */
    String header(long length) {
        return "bytes " + from + "-" + (to - 1) + "/" + length;
    }

    private static ProblemException unsatisfiable(long length) {
        return new ProblemException(416, "RANGE_NOT_SATISFIABLE", "The file is shorter than that.")
                .header("Content-Range", "bytes */" + length);
    }
}
