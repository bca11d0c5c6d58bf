package io.capitune.e2e.crash;

import java.util.List;
import java.util.Map;

import io.capitune.e2e.system.Answer;
import io.capitune.e2e.system.Mail;
import org.bson.Document;

/** What is there once all is quiet, told by those who keep it: people, database, mail and store. */
interface Evidence {

    /** Everybody's address. */
    List<String> people();

    /** The submissions that were accepted. */
    List<Applicant.Job> accepted();

    /** The jobs in the database by their ids. */
    Map<String, Document> jobs();

    /** How many units an account has used. */
    int used(String account);

    /** The mails to an address that tell of a finished CV. */
    List<Mail> readyMails(String address);

    /** What its owner gets who downloads it. */
    Answer download(Applicant.Job job);
}
