package io.capitune.auth.address;

import jakarta.inject.Inject;

import com.mongodb.client.MongoDatabase;
import io.capitune.auth.Mails;
import io.capitune.auth.MovableClock;
import io.capitune.auth.Notices;
import io.capitune.auth.People;
import org.junit.jupiter.api.AfterEach;

/** What tests of another address for an account work with. */
abstract class AddressScene {

    @Inject
    People people;

    @Inject
    Addresses addresses;

    @Inject
    Mails mails;

    @Inject
    Notices notices;

    @Inject
    MovableClock clock;

    @Inject
    MongoDatabase database;

    @AfterEach
    void today() {
        clock.reset();
    }
}
