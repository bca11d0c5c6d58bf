package io.capitune.cvjob.picture;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** The widths that pictures are drawn in. */
public enum PictureWidth {
    THUMBNAIL(160),
    PAGE(1000);

    private final int pixels;

    PictureWidth(int pixels) {
        this.pixels = pixels;
    }

    /** Pixels from edge to edge. */
    public int pixels() {
        return pixels;
    }

    /** The width of a query parameter: {@link #PAGE} where it is absent, empty where there is no such width. */
    static Optional<PictureWidth> of(@Nullable String text) {
        if (text == null) {
            return Optional.of(PAGE);
        }
        for (var width : values()) {
            if (Integer.toString(width.pixels).equals(text)) {
                return Optional.of(width);
            }
        }
        return Optional.empty();
    }
}
