package io.capitune.bench.memory;

import java.util.regex.Pattern;

/**
 * The heap of a JVM with the serial collector, which takes one stretch of addresses.
 *
 * @param used MiB of objects
 * @param from its first address
 * @param to the first address after it
 */
record SerialHeap(double used, long from, long to) {

    private static final Pattern GENERATION = Pattern.compile(
            "(?m)^\\s*(?:DefNew|Tenured)\\b.* used (\\d+)K \\[0x(\\p{XDigit}+), 0x\\p{XDigit}+, 0x(\\p{XDigit}+)\\)");
    private static final double KIBIBYTES_PER_MEBIBYTE = 1024;
    private static final int HEXADECIMAL = 16;

    /**
     * Reads what {@code jcmd GC.heap_info} says.
     *
     * @throws IllegalStateException where it tells of no such heap
     */
    static SerialHeap read(String info) {
        var generations = GENERATION.matcher(info).results().toList();
        if (generations.isEmpty()) {
            throw new IllegalStateException("not the heap of a serial collector: " + info);
        }
        return new SerialHeap(
                generations.stream()
                                .mapToLong(one -> Long.parseLong(one.group(1)))
                                .sum()
                        / KIBIBYTES_PER_MEBIBYTE,
                generations.stream()
                        .mapToLong(one -> Long.parseLong(one.group(2), HEXADECIMAL))
                        .min()
                        .orElseThrow(),
                generations.stream()
                        .mapToLong(one -> Long.parseLong(one.group(3), HEXADECIMAL))
                        .max()
                        .orElseThrow());
    }
}
