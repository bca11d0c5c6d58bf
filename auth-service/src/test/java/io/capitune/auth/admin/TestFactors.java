package io.capitune.auth.admin;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;

import com.mongodb.client.ClientSession;
import io.quarkus.arc.Unremovable;

/** A kind of second factor. */
@Unremovable
@ApplicationScoped
class TestFactors implements SecondFactorReset {

    private final Set<String> holders = ConcurrentHashMap.newKeySet();

    void give(String accountId) {
        holders.add(accountId);
    }

    @Override
    public boolean active(String accountId) {
        return holders.contains(accountId);
    }

    @Override
    public void reset(ClientSession transaction, String accountId) {
        holders.remove(accountId);
    }
}
