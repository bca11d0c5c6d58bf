package io.capitune.bench.print;

/** A way to print, warm once it is made. It belongs to the thread that made it. */
interface Press extends AutoCloseable {

    /** HTML in, PDF out. */
    byte[] print(String html);

    @Override
    default void close() {}
}
