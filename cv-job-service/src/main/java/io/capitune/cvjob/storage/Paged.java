package io.capitune.cvjob.storage;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.BiFunction;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/** All items of something that is read page by page in the order of their names; one page is in memory at a time. */
final class Paged<T> implements Iterator<T> {

    private static final int PAGE = 1000;

    private final BiFunction<@Nullable String, Integer, List<T>> pages;
    private final Function<T, String> name;
    private final Deque<T> page = new ArrayDeque<>();
    private @Nullable String last;
    private boolean more = true;

    /**
     * @param pages the page after a name (null for the first) with at most so many items; fewer are the last
     * @param name of an item
     */
    Paged(BiFunction<@Nullable String, Integer, List<T>> pages, Function<T, String> name) {
        this.pages = pages;
        this.name = name;
    }

    @Override
    public boolean hasNext() {
        return peek() != null;
    }

    @Override
    public T next() {
        var first = peek();
        if (first == null) {
            throw new NoSuchElementException();
        }
        page.removeFirst();
        return first;
    }

    /** The next item without taking it; null at the end. */
    @Nullable
    T peek() {
        if (page.isEmpty() && more) {
            page.addAll(pages.apply(last, PAGE));
            more = page.size() == PAGE;
            last = page.isEmpty() ? last : name.apply(page.getLast());
        }
        return page.peekFirst();
    }

    /** The next item's name; null at the end. */
    @Nullable
    String peekName() {
        var next = peek();
        return next == null ? null : name.apply(next);
    }
}
