package io.capitune.auth.provider;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;

import io.capitune.auth.admission.Admission;
import io.capitune.auth.admission.Admitted;
import io.capitune.auth.admission.Proof;
import io.capitune.platform.random.RandomTokens;
import io.micrometer.core.instrument.MeterRegistry;
import org.jboss.logging.Logger;

/** Sends somebody to a provider, and lets them in when they come back: once, in the browser that went, and from where it went. */
@ApplicationScoped
public class SignInWithProvider {

    private static final Logger LOG = Logger.getLogger(SignInWithProvider.class);

    private final OpenIdClients clients;
    private final BegunSignIns begunSignIns;
    private final AdmitIdentity admitIdentity;
    private final RandomTokens random;
    private final MeterRegistry metrics;

    SignInWithProvider(
            OpenIdClients clients,
            BegunSignIns begunSignIns,
            AdmitIdentity admitIdentity,
            RandomTokens random,
            MeterRegistry metrics) {
        this.clients = clients;
        this.begunSignIns = begunSignIns;
        this.admitIdentity = admitIdentity;
        this.random = random;
        this.metrics = metrics;
    }

    /**
     * Begins, and says where to send the browser.
     *
     * @param browser the secret of the browser's cookie
     * @param next the path of this site to go on to afterwards
     * @throws ProviderAwayException where the provider cannot be reached; nothing has begun then
     */
    public URI begin(Provider provider, String browser, String next, boolean shared, String language) {
        var state = random.token();
        var target = clients.of(provider).authorization(state, language);
        begunSignIns.add(state, provider, browser, next, shared);
        return target;
    }

    /**
     * Ends what began in this browser, once, whatever comes of it.
     *
     * @param answer the query parameters that the provider sent
     */
    public ProviderResult complete(
            Provider provider, String browser, Map<String, List<String>> answer, String language, HttpHeaders headers) {
        var state = only(answer, "state").orElse("");
        var result = begunSignIns
                .redeem(state, provider, browser)
                .map(begun -> answered(new Return(provider, begun, state, answer, language, headers)))
                .orElseGet(ProviderResult.Over::new);
        var in = result instanceof ProviderResult.Proved(Admitted.In _);
        metrics.counter("capitune.signins", "step", in ? "completed" : "provider-refused")
                .increment();
        return result;
    }

    private record Return(
            Provider provider,
            BegunSignIn begun,
            String state,
            Map<String, List<String>> answer,
            String language,
            HttpHeaders headers) {

        AdmitIdentity.Arrival with(Stated stated) {
            var wish = new Admission.Wish(begun.next(), begun.shared(), Proof.PROVIDER);
            return new AdmitIdentity.Arrival(provider, stated, wish, language, headers);
        }
    }

    private ProviderResult answered(Return back) {
        var next = back.begun().next();
        var shared = back.begun().shared();
        if (only(back.answer(), "error").filter("access_denied"::equals).isPresent()) {
            return new ProviderResult.Denied(next, shared);
        }
        try {
            var stated = clients.of(back.provider()).redeem(back.state(), back.answer());
            return admitIdentity
                    .admit(back.with(stated))
                    .<ProviderResult>map(ProviderResult.Proved::new)
                    .orElseGet(() -> new ProviderResult.Unverified(next));
        } catch (ProviderAwayException | AnswerRefusedException e) {
            LOG.warnf("Sign-in with %s failed: %s", back.provider().name(), e.getMessage());
            return new ProviderResult.Failed(next, shared);
        }
    }

    private static Optional<String> only(Map<String, List<String>> answer, String name) {
        var values = answer.getOrDefault(name, List.of());
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }
}
