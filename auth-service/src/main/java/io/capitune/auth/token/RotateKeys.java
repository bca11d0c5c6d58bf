package io.capitune.auth.token;

import java.time.Instant;
import java.util.Map;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.ClientSession;
import io.capitune.auth.audit.OperatorAct;
import io.capitune.auth.audit.OperatorLog;
import io.capitune.auth.source.SourceNetwork;
import io.capitune.platform.mongo.Transactions;

/** New signing keys at an operator's word, which is written down with them. */
@ApplicationScoped
class RotateKeys {

    private final SigningKeys keys;
    private final CurrentKeys current;
    private final OperatorLog log;
    private final Transactions transactions;

    RotateKeys(SigningKeys keys, CurrentKeys current, OperatorLog log, Transactions transactions) {
        this.keys = keys;
        this.current = current;
        this.log = log;
        this.transactions = transactions;
    }

    /** Publishes the next key, and says when it begins to sign; a rotation that is under way goes on, which is no act. */
    Instant rotate(SourceNetwork source) {
        return written(OperatorAct.KEYS_ROTATED, source, keys::rotate);
    }

    /** A new key signs at once, and all others are gone; says when it began to sign. */
    Instant replace(SourceNetwork source) {
        return written(OperatorAct.KEYS_REPLACED, source, keys::replace);
    }

    private Instant written(
            OperatorAct act, SourceNetwork source, Function<ClientSession, SigningKeys.Rotation> change) {
        var done = transactions.run(transaction -> {
            var rotation = change.apply(transaction);
            if (rotation.begun()) {
                log.append(transaction, act, source, Map.of());
            }
            return rotation;
        });
        current.refresh();
        return done.signsFrom();
    }
}
