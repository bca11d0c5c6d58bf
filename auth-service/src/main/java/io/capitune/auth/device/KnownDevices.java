package io.capitune.auth.device;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;

import com.mongodb.client.ClientSession;
import io.capitune.auth.AuthConfig;
import io.capitune.auth.account.Account;
import io.capitune.auth.account.Reclaim;
import io.capitune.auth.cookie.HostCookie;
import io.capitune.auth.letter.AccountMail;
import io.capitune.auth.source.SourceNetwork;
import io.capitune.platform.random.Hashes;
import io.capitune.platform.random.RandomTokens;
import io.capitune.platform.seal.Sealer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Which devices an account was opened in, and the mail to its owner when it is opened in one that it does not know. A browser is known by
 * a cookie, an API client by its name and network. Nobody is told of the first device that an account ever sees.
 */
@ApplicationScoped
public class KnownDevices implements Reclaim {

    private static final Duration DAY = Duration.ofDays(1);

    private final Devices devices;
    private final NewDeviceLetter letter;
    private final AccountMail mail;
    private final RandomTokens random;
    private final Sealer sealer;
    private final AuthConfig.Device config;
    private final Clock clock;
    private final HostCookie cookie;

    KnownDevices(
            Devices devices,
            NewDeviceLetter letter,
            AccountMail mail,
            RandomTokens random,
            Sealer sealer,
            AuthConfig config,
            Clock clock,
            @ConfigProperty(name = "capitune.public-url") String publicUrl) {
        this.devices = devices;
        this.letter = letter;
        this.mail = mail;
        this.random = random;
        this.sealer = sealer;
        this.config = config.device();
        this.clock = clock;
        this.cookie = new HostCookie("device", publicUrl);
    }

    /**
     * A browser in which the account is about to be opened; nothing is stored yet.
     *
     * @param shared whether others use it: then it keeps no cookie
     */
    public Arrival browser(Account account, boolean shared, HttpHeaders headers) {
        var secret = cookie.in(headers).orElseGet(random::token);
        return new Arrival(
                browserId(account.id(), secret),
                account,
                DeviceName.of(headers.getHeaderString(HttpHeaders.USER_AGENT)),
                shared ? Arrival.Kind.SHARED_BROWSER : Arrival.Kind.BROWSER,
                shared ? Optional.empty() : Optional.of(cookie.keep(secret, config.rememberedFor())));
    }

    /** An API client; one of the same name in the same network is the same to us. */
    public Arrival client(Account account, @Nullable String userAgent, String source) {
        var name = DeviceName.of(userAgent);
        return new Arrival(clientId(account.id(), name, source), account, name, Arrival.Kind.CLIENT, Optional.empty());
    }

    /** Which of the account's devices the browser is, if one of them: by the same commands whether there is such an account. */
    public Optional<String> known(String accountId, HttpHeaders headers) {
        return cookie.in(headers)
                .map(secret -> browserId(accountId, secret))
                .filter(id -> devices.known(id, clock.instant()));
    }

    /** The same, of those devices in which the account was opened with a second step: whoever has but the password has none. */
    public Optional<String> knownBySecondStep(String accountId, HttpHeaders headers) {
        return cookie.in(headers)
                .map(secret -> browserId(accountId, secret))
                .filter(id -> devices.knownBySecondStep(id, clock.instant()));
    }

    private static String browserId(String accountId, String secret) {
        return Hashes.sha256(accountId + ":" + secret);
    }

    private String clientId(String accountId, DeviceName name, String source) {
        var network = SourceNetwork.of(source).value();
        return sealer.mac("api-device", String.join(" ", accountId, name.toString(), network));
    }

    /**
     * Remembers the device with the transaction that opens the session, and has the owner told of one that is new.
     *
     * @param secondStep whether a second step was made
     */
    public void note(ClientSession transaction, Arrival arrival, String sessionId, boolean secondStep) {
        var now = clock.instant();
        var device = device(arrival, sessionId, secondStep, now);
        if (!devices.used(transaction, device)) {
            if (arrival.kind() != Arrival.Kind.SHARED_BROWSER) {
                devices.add(transaction, device);
            }
            welcome(transaction, arrival, now);
        }
    }

    /**
     * Has the owners of accounts without any device told already of the first one: for accounts that came with a password, which others may
     * have. Otherwise the first is the one in which the address was proved, and tells of nothing new.
     */
    public void tellOfTheFirst(ClientSession transaction, Collection<String> accountIds) {
        devices.putAll(
                transaction,
                accountIds.stream()
                        .map(id -> new Newcomers(id, List.of(), Newcomers.VERSION))
                        .toList());
    }

    /** The device that this session was opened on is new again. */
    public void forgetOf(ClientSession transaction, String accountId, String sessionId) {
        devices.forgetOf(transaction, accountId, sessionId);
    }

    /** Every device is new again but the one that opened this session; null spares none. */
    public void forgetOthers(ClientSession transaction, String accountId, @Nullable String keptSession) {
        devices.forgetOthers(transaction, accountId, keptSession);
    }

    @Override
    public void reclaim(ClientSession transaction, String accountId, Instant since) {
        devices.forgetOthers(transaction, accountId, null);
    }

    private void welcome(ClientSession transaction, Arrival arrival, Instant now) {
        var accountId = arrival.account().id();
        var before = devices.newcomers(transaction, accountId).map(it -> it.since(now.minus(DAY)));
        var recent = before.orElseGet(() -> new Newcomers(accountId, List.of(), Newcomers.VERSION));
        var full = recent.recent().size() >= config.mailsPerDay();
        devices.put(transaction, full ? recent : recent.with(arrival.name(), now));
        if (before.isPresent() && !full) {
            mail.send(transaction, letter.of(arrival, now));
        }
    }

    private Device device(Arrival arrival, String sessionId, boolean secondStep, Instant now) {
        return new Device(
                arrival.id(),
                arrival.account().id(),
                arrival.name(),
                sessionId,
                now,
                now,
                secondStep ? now : null,
                now.plus(config.rememberedFor()),
                Device.VERSION);
    }
}
