package io.capitune.platform.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * No test begins in the last seconds of a day: what is counted by the day or the month would begin anew in its middle. JUnit finds
 * it by itself.
 */
public class BeforeMidnight implements BeforeEachCallback {

    private static final Duration LONGER_THAN_A_TEST_COUNTS = Duration.ofSeconds(30);
    private static final List<ZoneId> DAYS = List.of(ZoneId.of("Europe/Paris"), ZoneOffset.UTC);

    @Override
    public void beforeEach(ExtensionContext context) {
        if (isNear(Instant.now())) {
            Awaitility.await("the next day")
                    .atMost(LONGER_THAN_A_TEST_COUNTS.multipliedBy(2))
                    .until(() -> !isNear(Instant.now()));
        }
    }

    private static boolean isNear(Instant now) {
        var later = now.plus(LONGER_THAN_A_TEST_COUNTS);
        return DAYS.stream().anyMatch(zone -> !day(now, zone).equals(day(later, zone)));
    }

    private static LocalDate day(Instant moment, ZoneId zone) {
        return LocalDate.ofInstant(moment, zone);
    }
}
