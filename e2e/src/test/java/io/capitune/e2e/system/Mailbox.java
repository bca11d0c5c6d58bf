package io.capitune.e2e.system;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.awaitility.Awaitility;

/** The local mailbox. */
public final class Mailbox {

    public static final String SIGN_IN = "Votre lien de connexion";
    public static final String CV_READY = "Votre CV est prêt";
    public static final String REGISTER = "Ouvrez votre compte Capitune";
    public static final String RESET = "Choisissez un nouveau mot de passe";
    public static final String CONFIRM_ADDRESS = "Confirmez votre nouvelle adresse";

    private Mailbox() {}

    /** The mails to an address with a subject, newest first. */
    public static List<Mail> all(String address, String subject) {
        return all(address).filter(mail -> mail.subject().equals(subject)).toList();
    }

    private static Stream<Mail> all(String address) {
        var answer =
                new Visitor().get("/dev/mail/api/messages?to=" + URLEncoder.encode(address, StandardCharsets.UTF_8));
        if (answer.status() != 200) {
            throw new AssertionError("the mailbox answered " + answer);
        }
        return StreamSupport.stream(answer.json().spliterator(), false)
                .map(mail -> new Mail(
                        mail.get("subject").asText(),
                        mail.get("text").asText(),
                        mail.get("html").asText()));
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

    /** The newest mail to an address whose link leads to that path, in whatever language; as soon as there is one. */
    public static Mail awaitLinkTo(String path, String address) {
        return awaitLinkTo(path, address, 1);
    }

    /** The newest of them, as soon as there are that many. */
    public static Mail awaitLinkTo(String path, String address, int count) {
        return Awaitility.await("%d × a link to %s for %s".formatted(count, path, address))
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> linkingTo(path, address), mails -> mails.size() >= count)
                .getFirst();
    }

    /** Waits for an erasure to have taken these mails, its last step: a link that is asked for before may go with them. */
    public static void awaitNoLinkTo(String path, String address) {
        Awaitility.await("no link to %s for %s".formatted(path, address))
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> linkingTo(path, address).isEmpty());
    }

    /** The mails to an address by now that have a link to that path, the newest first. */
    public static List<Mail> linkingTo(String path, String address) {
        return all(address).filter(mail -> mail.text().contains(path)).toList();
    }
}
