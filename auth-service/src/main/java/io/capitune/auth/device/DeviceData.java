package io.capitune.auth.device;

import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import io.capitune.auth.personal.ShareMessages;
import io.capitune.platform.page.Bundles;
import io.capitune.platform.personal.PersonalArchive;
import io.capitune.platform.personal.PersonalData;
import io.capitune.platform.personal.Share;
import org.jspecify.annotations.Nullable;

/** The devices that the account knows, and those that were new to it lately. */
@ApplicationScoped
class DeviceData implements PersonalData {

    private final Devices devices;

    DeviceData(Devices devices) {
        this.devices = devices;
    }

    /** A device without what it is recognised by. */
    record Exported(
            DeviceName name,
            Instant firstUsedAt,
            Instant lastUsedAt,
            @Nullable Instant secondStepAt,
            Instant expiresAt) {

        static Exported of(Device device) {
            return new Exported(
                    device.name(),
                    device.firstUsedAt(),
                    device.lastUsedAt(),
                    device.secondStepAt(),
                    device.expiresAt());
        }
    }

    @Override
    public Set<String> collections() {
        return Devices.COLLECTIONS;
    }

    @Override
    public void export(String accountId, PersonalArchive archive) throws IOException {
        archive.json(
                "devices.json", devices.of(accountId).stream().map(Exported::of).toList());
        var newcomers = devices.newcomers(accountId);
        if (newcomers.isPresent()) {
            archive.json("new-devices.json", newcomers.get().recent());
        }
    }

    @Override
    public Share preview(String accountId, Locale language) {
        return Share.going(Bundles.in(language, ShareMessages.class).devices());
    }

    @Override
    public void erase(String accountId) {
        devices.removeAll(accountId);
    }
}
