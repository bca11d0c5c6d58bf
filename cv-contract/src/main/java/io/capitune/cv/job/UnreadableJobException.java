package io.capitune.cv.job;

/** A job was claimed whose document this version cannot read: it is to be let go ({@link JobQueue#letGo}). */
public final class UnreadableJobException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String id;
    private final String token;

    UnreadableJobException(String id, String token, RuntimeException cause) {
        super("job " + id + " cannot be read", cause);
        this.id = id;
        this.token = token;
    }

    String id() {
        return id;
    }

    String token() {
        return token;
    }
}
