package io.capitune.cvjob.page;

/**
 * A step on the way to the PDF.
 *
 * @param state {@code done}, {@code running}, {@code todo} or {@code failed}
 * @param says the state in words
 */
public record StageLine(String name, String text, String state, String says) {

    /** The icon of the state; none for what is yet to come. */
    public String icon() {
        return switch (state) {
            case "done" -> "check";
            case "running" -> "loader-circle";
            case "failed" -> "x";
            default -> "";
        };
    }
}
