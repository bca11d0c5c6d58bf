package io.capitune.auth.provider;

import java.io.IOException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import io.smallrye.faulttolerance.api.Guard;

/**
 * Calls to one provider, each within a time limit and without following redirects. Tried once, since a code is good once; without a
 * breaker, since whoever comes back brings proof that the provider is alive, and the way there asks it once an hour.
 */
final class ProviderCalls {

    private static final int SERVER_ERROR = 500;

    private final Provider provider;
    private final int millis;
    private final Guard guard;

    ProviderCalls(Provider provider, Duration timeout) {
        this.provider = provider;
        this.millis = Math.toIntExact(timeout.toMillis());
        this.guard = Guard.create()
                .withDescription(provider.toString())
                .withTimeout()
                .duration(millis, ChronoUnit.MILLIS)
                .done()
                .build();
    }

    /** A question over the network. */
    private interface Question<T> {
        T ask() throws IOException, GeneralException;
    }

    /** The limit of a part of a call: connecting, or waiting for a byte. */
    int millis() {
        return millis;
    }

    /**
     * The discovery document below the provider's issuer.
     *
     * @throws ProviderAwayException where there is none, or one of another issuer
     */
    OIDCProviderMetadata discover() {
        var issuer = new Issuer(provider.issuer());
        return ask("discovery", OIDCProviderMetadata.class, () -> OIDCProviderMetadata.resolve(issuer, this::prepare));
    }

    /** @throws ProviderAwayException where nothing comes back in time, or a status of 500 and more */
    HTTPResponse send(String what, HTTPRequest request) {
        return ask(what, HTTPResponse.class, () -> {
            prepare(request);
            var response = request.send();
            if (response.getStatusCode() >= SERVER_ERROR) {
                throw new IOException("status " + response.getStatusCode());
            }
            return response;
        });
    }

    private void prepare(HTTPRequest request) {
        request.setConnectTimeout(millis);
        request.setReadTimeout(millis);
        request.setFollowRedirects(false);
    }

    private <T> T ask(String what, Class<T> type, Question<T> question) {
        try {
            return guard.call(question::ask, type);
        } catch (Exception e) {
            throw new ProviderAwayException(what + " of " + provider.name() + " does not answer", e);
        }
    }
}
