package io.capitune.auth.admin;

import java.util.Map;

import io.capitune.auth.audit.AuditedAct;

/** An act that was just done to an account, to be written down. */
record Deed(Act act, String reason, Map<String, String> details) {

    static Deed of(Act act, Reason reason) {
        return new Deed(act, reason.text(), Map.of());
    }

    AuditedAct by(Actor actor, String subject) {
        return new AuditedAct(actor.id(), act.id(), subject, actor.source(), reason, details);
    }
}
