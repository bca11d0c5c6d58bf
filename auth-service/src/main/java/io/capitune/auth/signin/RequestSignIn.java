package io.capitune.auth.signin;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.platform.mongo.Transactions;
import io.capitune.platform.random.Hashes;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Begins a sign-in. Whether the address has an account plays no part and is not looked up, so neither the answer nor the work
 * can tell. Beyond the limits the same commands store a sign-in whose link and code nobody gets, and an event that nobody reads.
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

    /** Stores the sign-in and the wish for its mail, or that there is none, both or nothing. */
    public void request(SignInRequest request) {
        var mailed = limits.allow("signin", request.address(), Hashes.sha256(request.browser()), request.source());
        var draft = drafts.of(request, mailed);
        var event = mail.of(draft);
        transactions.run(transaction -> {
            signIns.put(transaction, draft.signIn());
            mail.put(transaction, event);
            return event;
        });
        metrics.counter("capitune.signins", "step", mailed ? "requested" : "suppressed")
                .increment();
    }
}
