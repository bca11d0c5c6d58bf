package io.capitune.auth.signin;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.platform.mongo.Transactions;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Begins a sign-in. Whether the address has an account plays no part and is not looked up, so neither the answer nor the work
 * can tell. Beyond the limits a sign-in is stored whose link and code nobody gets.
 */
@ApplicationScoped
public class RequestSignIn {

    private final SignInLimits limits;
    private final SignInDrafts drafts;
    private final SignIns signIns;
    private final SignInMail mail;
    private final Transactions transactions;
    private final MeterRegistry metrics;

    RequestSignIn(
            SignInLimits limits,
            SignInDrafts drafts,
            SignIns signIns,
            SignInMail mail,
            Transactions transactions,
            MeterRegistry metrics) {
        this.limits = limits;
        this.drafts = drafts;
        this.signIns = signIns;
        this.mail = mail;
        this.transactions = transactions;
        this.metrics = metrics;
    }

    /** Stores the sign-in and, within the limits, the wish for its mail, both or none. */
    public void request(SignInRequest request) {
        var draft = drafts.of(request);
        var signIn = draft.signIn();
        var mayMail = limits.allow(request.address(), signIn.browserHash(), request.source());
        var event = mail.of(draft);
        transactions.run(transaction -> {
            signIns.add(transaction, signIn);
            if (mayMail) {
                mail.send(transaction, event);
            }
            return signIn.id();
        });
        metrics.counter("capitune.signins", "step", mayMail ? "requested" : "suppressed")
                .increment();
    }
}
