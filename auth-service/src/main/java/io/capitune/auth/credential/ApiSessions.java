package io.capitune.auth.credential;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.ClientSession;
import io.capitune.auth.AuthConfig;
import io.capitune.auth.account.Account;
import io.capitune.auth.account.Doors;
import io.capitune.auth.device.KnownDevices;
import io.capitune.auth.session.ClientSessions;
import io.capitune.platform.mongo.Transactions;
import io.capitune.platform.random.Hashes;
import io.capitune.platform.random.RandomTokens;
import org.jspecify.annotations.Nullable;

/**
 * Sessions of API clients. Their refresh tokens rotate (RFC 9700, 4.14.2): each is used once, and one that is used again was
 * stolen, from its owner or by them, so that the whole session ends. Within a few seconds it is only refused: two requests of one client
 * may have met.
 */
@ApplicationScoped
public class ApiSessions {

    private final ClientSessions sessions;
    private final RefreshTokens refreshTokens;
    private final Doors doors;
    private final KnownDevices devices;
    private final RandomTokens random;
    private final Transactions transactions;
    private final AuthConfig.Password config;
    private final Clock clock;

    ApiSessions(
            ClientSessions sessions,
            RefreshTokens refreshTokens,
            Doors doors,
            KnownDevices devices,
            RandomTokens random,
            Transactions transactions,
            AuthConfig config,
            Clock clock) {
        this.sessions = sessions;
        this.refreshTokens = refreshTokens;
        this.doors = doors;
        this.devices = devices;
        this.random = random;
        this.transactions = transactions;
        this.config = config.password();
        this.clock = clock;
    }

    /**
     * Opens one, and has its owner told where the client is new to the account; empty where the proof is worth nothing any more.
     *
     * @param account as it was read before the proof was looked at
     * @param shared whether others use the device
     * @param source the network address that asks
     */
    public Optional<ApiTokens> open(
            Account account, boolean secondFactor, boolean shared, @Nullable String userAgent, String source) {
        var arrival = devices.client(account, userAgent, source);
        var next = random.token();
        var now = clock.instant();
        var opened = transactions.run(transaction -> {
            if (!doors.pass(transaction, account)) {
                return Optional.<String>empty();
            }
            var id = sessions.open(transaction, account.id(), secondFactor, shared, userAgent);
            add(transaction, next, id, account.id(), now);
            devices.note(transaction, arrival, id, secondFactor);
            return Optional.of(id);
        });
        return opened.flatMap(sessions::token).map(access -> new ApiTokens(access, next));
    }

    /** The next pair; empty where the token is none, was used, or its session is over. */
    public Optional<ApiTokens> refresh(String refreshToken) {
        var now = clock.instant();
        var hash = Hashes.sha256(refreshToken);
        var known = refreshTokens.byHash(hash);
        if (known.isEmpty()) {
            return Optional.empty();
        }
        var token = known.get();
        var access = sessions.token(token.sessionId());
        if (access.isEmpty()) {
            return Optional.empty();
        }
        var next = random.token();
        var mine = transactions.run(transaction -> {
            var used = refreshTokens.use(transaction, hash, now);
            if (used) {
                add(transaction, next, token.sessionId(), token.accountId(), now);
            }
            return used;
        });
        if (!mine) {
            endIfStolen(hash, now);
            return Optional.empty();
        }
        return Optional.of(new ApiTokens(access.get(), next));
    }

    private void add(ClientSession transaction, String token, String sessionId, String accountId, Instant now) {
        refreshTokens.add(
                transaction,
                new RefreshToken(
                        Hashes.sha256(token),
                        sessionId,
                        accountId,
                        now,
                        now.plus(config.refreshFor()),
                        null,
                        RefreshToken.VERSION));
    }

    private void endIfStolen(String hash, Instant now) {
        refreshTokens
                .byHash(hash)
                .filter(token ->
                        token.usedAt() != null && now.isAfter(token.usedAt().plus(config.refreshGrace())))
                .ifPresent(token -> sessions.end(token.accountId(), token.sessionId()));
    }
}
