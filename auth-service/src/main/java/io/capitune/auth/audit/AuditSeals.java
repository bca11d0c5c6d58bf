package io.capitune.auth.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.platform.seal.Sealer;

/** Seals of the audit log's entries and of its head: HMAC-SHA256 under a key that is not in the database. */
@ApplicationScoped
class AuditSeals {

    private final Sealer sealer;

    AuditSeals(Sealer sealer) {
        this.sealer = sealer;
    }

    AuditEntry seal(AuditEntry entry) {
        return entry.sealed(of(entry));
    }

    boolean whole(AuditEntry entry) {
        return same(entry.seal(), of(entry));
    }

    /** The seal of a head that says how long the chain is and how it ends. */
    String ofHead(long number, String lastSeal) {
        return sealer.mac("audit-head", number + ":" + lastSeal);
    }

    boolean whole(ChainHead.Head head) {
        return same(head.seal(), ofHead(head.number(), head.lastSeal()));
    }

    private String of(AuditEntry entry) {
        return sealer.mac("audit-entry", entry.canonical());
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
