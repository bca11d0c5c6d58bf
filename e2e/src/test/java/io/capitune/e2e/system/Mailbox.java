package io.capitune.e2e.system;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;

import org.awaitility.Awaitility;

/** The local mailbox. */
public final class Mailbox {

    public static final String SIGN_IN = "Votre lien de connexion";
    public static final String CV_READY = "Votre CV est prêt";
    public static final String REGISTER = "Ouvrez votre compte Capitune";
    public static final String RESET = "Choisissez un nouveau mot de passe";

    private Mailbox() {}

    /** The mails to an address with a subject, newest first. */
    public static List<Mail> all(String address, String subject) {
        var answer =
                new Visitor().get("/dev/mail/api/messages?to=" + URLEncoder.encode(address, StandardCharsets.UTF_8));
        if (answer.status() != 200) {
            throw new AssertionError("the mailbox answered " + answer);
        }
        return StreamSupport.stream(answer.json().spliterator(), false)
                .map(mail -> new Mail(
                        mail.get("subject").asText(),
                        mail.get("text").asText(),
                        mail.get("html").asText()))
                .filter(mail -> mail.subject().equals(subject))
                .toList();
    }

    /** The newest mail to an address with a subject, as soon as there is one. */
    public static Mail await(String address, String subject) {
        return await(address, subject, 1);
    }

    /** The newest mail, as soon as there are that many. */
    public static Mail await(String address, String subject, int count) {
        return Awaitility.await("%d × “%s” to %s".formatted(count, subject, address))
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> all(address, subject), mails -> mails.size() >= count)
                .getFirst();
    }
}
