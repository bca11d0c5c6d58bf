package io.capitune.auth.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.ClientSession;
import io.capitune.auth.account.EmailAddress;
import io.capitune.auth.account.ManyAccounts;
import io.capitune.auth.account.NewAccount;
import io.capitune.auth.audit.OperatorAct;
import io.capitune.auth.audit.OperatorLog;
import io.capitune.auth.device.KnownDevices;
import io.capitune.auth.imports.ImportLine.Refused;
import io.capitune.auth.imports.ImportLine.Wanted;
import io.capitune.auth.password.Passwords;
import io.capitune.auth.source.SourceNetwork;
import io.capitune.platform.error.ProblemException;
import io.capitune.platform.mongo.Transactions;

/**
 * Brings accounts of another system in, some lines of a file at a time. What is there stays as it is, so that a file can be brought in
 * any number of times. That it is done is written down before the first account is, once for the whole file.
 */
@ApplicationScoped
class AccountImport {

    private final ManyAccounts accounts;
    private final Passwords passwords;
    private final KnownDevices devices;
    private final OperatorLog log;
    private final Transactions transactions;

    AccountImport(
            ManyAccounts accounts,
            Passwords passwords,
            KnownDevices devices,
            OperatorLog log,
            Transactions transactions) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.devices = devices;
        this.log = log;
        this.transactions = transactions;
    }

    /**
     * What became of some lines, or would.
     *
     * @param fresh accounts that were opened
     * @param withPassword how many of them have their password from elsewhere
     * @param known lines whose address has an account, is kept for one, or stood in a line before
     */
    record Outcome(int fresh, int withPassword, int known, List<Refused> refused) {}

    /**
     * The whole file, as its check found it.
     *
     * @param fresh accounts that it opens
     * @param fingerprint SHA-256 of the file, in hex
     */
    record Whole(long fresh, long known, long refused, String fingerprint) {}

    /** What would become of the lines; nothing is written. */
    Outcome check(long first, List<String> lines) {
        var read = read(first, lines);
        var wanted = byAddress(read);
        accounts.taken(wanted.keySet()).forEach(wanted::remove);
        return outcome(read, wanted);
    }

    /** Writes down that a file is brought in; gives what {@link #bring} wants. */
    long begin(Whole whole, SourceNetwork source) {
        var details = Map.of(
                "new", Long.toString(whole.fresh()),
                "known", Long.toString(whole.known()),
                "refused", Long.toString(whole.refused()),
                "file", whole.fingerprint());
        return transactions.run(transaction -> log.append(transaction, OperatorAct.ACCOUNTS_IMPORTED, source, details));
    }

    /**
     * Opens an account for each line that can be one and is none yet.
     *
     * @throws ProblemException 409 {@code IMPORT_UNKNOWN} where nothing of the last day says that a file is brought in
     */
    Outcome bring(long entry, long first, List<String> lines) {
        if (!log.lately(entry, OperatorAct.ACCOUNTS_IMPORTED)) {
            throw new ProblemException(409, "IMPORT_UNKNOWN", "No import of the last day was begun with this number.");
        }
        var read = read(first, lines);
        return transactions.run(transaction -> {
            var wanted = byAddress(read);
            accounts.taken(transaction, wanted.keySet()).forEach(wanted::remove);
            if (!wanted.isEmpty()) {
                open(transaction, wanted);
            }
            return outcome(read, wanted);
        });
    }

    private void open(ClientSession transaction, SequencedMap<EmailAddress, Wanted> wanted) {
        var lines = List.copyOf(wanted.sequencedValues());
        var opened = accounts.open(
                transaction,
                lines.stream()
                        .map(line -> new NewAccount(line.email(), line.role(), line.locale()))
                        .toList());
        var hashes = new HashMap<String, String>();
        for (var index = 0; index < lines.size(); index++) {
            var hash = lines.get(index).hash();
            if (hash != null) {
                hashes.put(opened.get(index).id(), hash);
            }
        }
        if (!hashes.isEmpty()) {
            passwords.add(transaction, hashes);
            devices.tellOfTheFirst(transaction, hashes.keySet());
        }
    }

    private static List<ImportLine> read(long first, List<String> lines) {
        var read = new ArrayList<ImportLine>();
        for (var line : lines) {
            read.add(LineReader.read(first + read.size(), line));
        }
        return read;
    }

    /** The first line of each address. */
    private static SequencedMap<EmailAddress, Wanted> byAddress(List<ImportLine> read) {
        var byAddress = new LinkedHashMap<EmailAddress, Wanted>();
        for (var line : read) {
            if (line instanceof Wanted wanted) {
                byAddress.putIfAbsent(wanted.email(), wanted);
            }
        }
        return byAddress;
    }

    private static Outcome outcome(List<ImportLine> read, Map<EmailAddress, Wanted> fresh) {
        var refused = read.stream()
                .filter(Refused.class::isInstance)
                .map(Refused.class::cast)
                .toList();
        var withPassword = fresh.values().stream()
                .map(Wanted::hash)
                .filter(Objects::nonNull)
                .count();
        return new Outcome(
                fresh.size(), Math.toIntExact(withPassword), read.size() - refused.size() - fresh.size(), refused);
    }
}
