package io.capitune.auth.provider;

/** What came back proves nothing. The message is for the log and holds nothing that was sent. */
public class AnswerRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AnswerRefusedException(String what) {
        super(what);
    }
}
