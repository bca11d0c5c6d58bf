package io.capitune.auth.provider;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.langtag.LangTag;
import com.nimbusds.langtag.LangTagException;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.ClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import io.capitune.auth.account.EmailAddress;
import io.capitune.platform.seal.Sealer;
import org.jspecify.annotations.Nullable;

/**
 * We as a client of one provider (OpenID Connect Core 1.0, code flow, with PKCE and nonce). With {@link Discovery} and
 * {@link ProviderCalls} all that knows the library.
 */
final class OpenIdClient {

    private final Provider provider;
    private final URI callback;
    private final ProviderCalls calls;
    private final Discovery discovery;
    private final Sealer sealer;

    OpenIdClient(Provider provider, String publicUrl, ProviderConfig config, Sealer sealer, Clock clock) {
        this.provider = provider;
        this.callback = URI.create(publicUrl + provider.callbackPath());
        this.calls = new ProviderCalls(provider, config.timeout());
        this.discovery = new Discovery(provider, calls, config.discoveredFor(), clock);
        this.sealer = sealer;
    }

    /**
     * Where to send the browser.
     *
     * @param state comes back with the answer; nonce and proof key follow from it and are stored nowhere
     * @throws ProviderAwayException where it was never discovered and cannot be now
     */
    URI authorization(String state, String language) {
        var request = new AuthenticationRequest.Builder(
                        ResponseType.CODE, Scope.parse(provider.scopes()), new ClientID(provider.clientId()), callback)
                .endpointURI(discovery.current().metadata().getAuthorizationEndpointURI())
                .state(new State(state))
                .uiLocales(List.of(tag(language)));
        if (provider.nonce()) {
            request.nonce(nonce(state));
        }
        if (provider.pkce()) {
            request.codeChallenge(verifier(state), CodeChallengeMethod.S256);
        }
        return request.build().toURI();
    }

    /**
     * Redeems the code that came back with this state.
     *
     * @param answer the callback's query parameters
     * @throws ProviderAwayException where the provider is away
     * @throws AnswerRefusedException where anything does not fit
     */
    Stated redeem(String state, Map<String, List<String>> answer) {
        var op = discovery.current();
        var tokens = tokens(op, code(op, answer), state);
        var claims = verified(op, tokens, state);
        return new Stated(provider.issuer(), claims.getSubject().getValue(), address(op, tokens, claims));
    }

    private AuthorizationCode code(Discovery.Discovered op, Map<String, List<String>> answer) {
        // RFC 6749, 3.1: two values of one parameter are read as either by whoever likes to.
        if (answer.values().stream().anyMatch(values -> values.size() != 1)) {
            throw new AnswerRefusedException("the answer says something twice");
        }
        try {
            var parsed = AuthenticationResponseParser.parse(callback, answer);
            var from = parsed.getIssuer();
            // RFC 9207: an answer of another provider must not be taken for this one's.
            if (from == null && op.metadata().supportsAuthorizationResponseIssuerParam()
                    || from != null && !from.getValue().equals(provider.issuer())) {
                throw new AnswerRefusedException("the answer is another issuer's");
            }
            if (!parsed.indicatesSuccess()) {
                throw new AnswerRefusedException("the answer is an error");
            }
            var code = parsed.toSuccessResponse().getAuthorizationCode();
            if (code == null) {
                throw new AnswerRefusedException("the answer has no code");
            }
            return code;
        } catch (ParseException | IllegalArgumentException e) {
            // The library takes an empty parameter for a mistake of ours.
            throw new AnswerRefusedException("the answer cannot be read");
        }
    }

    private OIDCTokens tokens(Discovery.Discovered op, AuthorizationCode code, String state) {
        var grant = new AuthorizationCodeGrant(code, callback, provider.pkce() ? verifier(state) : null);
        var request = new TokenRequest.Builder(op.metadata().getTokenEndpointURI(), authentication(op), grant).build();
        var response = calls.send("token endpoint", request.toHTTPRequest());
        try {
            var parsed = OIDCTokenResponseParser.parse(response);
            if (parsed.indicatesSuccess() && parsed.toSuccessResponse() instanceof OIDCTokenResponse success) {
                return success.getOIDCTokens();
            }
            throw new AnswerRefusedException("the token endpoint refuses, with status " + response.getStatusCode());
        } catch (ParseException e) {
            throw new AnswerRefusedException("the answer of the token endpoint cannot be read");
        }
    }

    private IDTokenClaimsSet verified(Discovery.Discovered op, OIDCTokens tokens, String state) {
        var token = tokens.getIDToken();
        if (token == null) {
            throw new AnswerRefusedException("the token endpoint gives no ID token");
        }
        try {
            var claims = op.validator().validate(token, provider.nonce() ? nonce(state) : null);
            if (!isIssuedToUs(claims)) {
                throw new AnswerRefusedException("the ID token was issued to another client");
            }
            return claims;
        } catch (BadJOSEException e) {
            throw new AnswerRefusedException("the ID token is not valid");
        } catch (JOSEException e) {
            throw new ProviderAwayException("the keys of " + provider.name() + " cannot be had", e);
        }
    }

    /** That we are among its audiences, the library has seen; who asked for it, it leaves to us (OpenID Connect Core 2, {@code azp}). */
    private boolean isIssuedToUs(IDTokenClaimsSet claims) {
        var party = claims.getAuthorizedParty();
        return party == null
                ? claims.getAudience().size() == 1
                : party.getValue().equals(provider.clientId());
    }

    /** The address that it says it has verified: in the ID token, or, as is the standard's default, at UserInfo. */
    private Optional<EmailAddress> address(Discovery.Discovered op, OIDCTokens tokens, IDTokenClaimsSet claims) {
        var endpoint = op.metadata().getUserInfoEndpointURI();
        if (claims.getClaim("email_verified") != null || endpoint == null) {
            return address(claims);
        }
        var request = new UserInfoRequest(endpoint, tokens.getAccessToken());
        var response = calls.send("UserInfo", request.toHTTPRequest());
        try {
            var info = UserInfoResponse.parse(response);
            if (!info.indicatesSuccess() || info.toSuccessResponse().getUserInfo() == null) {
                throw new AnswerRefusedException("UserInfo refuses, with status " + response.getStatusCode());
            }
            var person = info.toSuccessResponse().getUserInfo();
            // OpenID Connect Core 5.3.2: or somebody else's data could be slipped in.
            if (!claims.getSubject().equals(person.getSubject())) {
                throw new AnswerRefusedException("UserInfo is about somebody else");
            }
            return address(person);
        } catch (ParseException e) {
            throw new AnswerRefusedException("UserInfo cannot be read");
        }
    }

    private static Optional<EmailAddress> address(ClaimsSet claims) {
        return claims.getClaim("email") instanceof String email && isTrue(claims.getClaim("email_verified"))
                ? EmailAddress.parse(email)
                : Optional.empty();
    }

    // LinkedIn documents a text where the standard wants a boolean.
    private static boolean isTrue(@Nullable Object claim) {
        return Boolean.TRUE.equals(claim) || "true".equals(claim);
    }

    private ClientAuthentication authentication(Discovery.Discovered op) {
        var methods = op.metadata().getTokenEndpointAuthMethods();
        var id = new ClientID(provider.clientId());
        var secret = new Secret(provider.clientSecret());
        // Basic is the default where nothing is said (OpenID Connect Discovery 3).
        return methods == null || methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                ? new ClientSecretBasic(id, secret)
                : new ClientSecretPost(id, secret);
    }

    private Nonce nonce(String state) {
        return new Nonce(sealer.mac("provider-nonce", state));
    }

    private CodeVerifier verifier(String state) {
        return new CodeVerifier(sealer.mac("provider-verifier", state));
    }

    private static LangTag tag(String language) {
        try {
            return LangTag.parse(language);
        } catch (LangTagException e) {
            throw new IllegalArgumentException("no language: " + language, e);
        }
    }
}
