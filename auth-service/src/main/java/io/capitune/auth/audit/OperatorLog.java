package io.capitune.auth.audit;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.ClientSession;
import io.capitune.auth.source.SourceNetwork;
import io.capitune.platform.mongo.Transactions;
import org.jspecify.annotations.Nullable;

/** Writes down what who runs the system does. */
@ApplicationScoped
public class OperatorLog {

    private final AuditLog log;
    private final AuditSearch search;
    private final Transactions transactions;
    private final Clock clock;

    OperatorLog(AuditLog log, AuditSearch search, Transactions transactions, Clock clock) {
        this.log = log;
        this.search = search;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Writes an act down with the transaction that does it.
     *
     * @return the entry's number
     */
    public long append(ClientSession transaction, OperatorAct act, SourceNetwork source, Map<String, String> details) {
        return append(transaction, act, null, source, details);
    }

    /** Whether the entry is an operator's act of this kind, of the last day. */
    public boolean lately(long number, OperatorAct act) {
        var since = clock.instant().minus(Duration.ofDays(1));
        var query = new AuditQuery(AuditedAct.OPERATOR, null, act.id(), null, List.of(), since, null);
        return search.find(query, number + 1, 1).stream().anyMatch(entry -> entry.number() == number);
    }

    /** Writes down what is about to be done in another service; where this fails, it is not done. */
    void write(OperatorAct act, @Nullable String subject, SourceNetwork source, Map<String, String> details) {
        transactions.run(transaction -> append(transaction, act, subject, source, details));
    }

    private long append(
            ClientSession transaction,
            OperatorAct act,
            @Nullable String subject,
            SourceNetwork source,
            Map<String, String> details) {
        return log.append(
                transaction, new AuditedAct(AuditedAct.OPERATOR, act.id(), subject, source.value(), "", details));
    }
}
