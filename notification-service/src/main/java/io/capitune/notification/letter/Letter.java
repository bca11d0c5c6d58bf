package io.capitune.notification.letter;

/** What is said in a mail. */
public record Letter(String subject, String text, String html) {

    public Letter {
        // A subject is one header line (RFC 5322, 2.2): nothing that ends a line or turns its direction gets into it.
        subject = subject.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069]+", " ")
                .strip();
    }
}
