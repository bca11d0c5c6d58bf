package io.capitune.render;

import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonValue;

/** A sheet of paper that a CV can be printed on. */
public enum PageSize {
    A4("A4", "A4", 1),
    LETTER("Letter", "letter", 0.93);

    private final String wireName;
    private final String css;
    private final double heightToA4;

    PageSize(String wireName, String css, double heightToA4) {
        this.wireName = wireName;
        this.css = css;
        this.heightToA4 = heightToA4;
    }

    /** The name in requests and jobs: {@code A4} or {@code Letter}. */
    @JsonValue
    public String wireName() {
        return wireName;
    }

    /** The value of the CSS property {@code size}. */
    public String css() {
        return css;
    }

    /** The height between usual margins as against A4's. */
    double heightToA4() {
        return heightToA4;
    }

    /** The size of that wire name, or nothing where we do not know it. */
    public static Optional<PageSize> of(String wireName) {
        for (PageSize size : values()) {
            if (size.wireName.equals(wireName)) {
                return Optional.of(size);
            }
        }
        return Optional.empty();
    }
}
