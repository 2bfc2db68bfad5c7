package dev.trellis.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/**
 * The clock of a home that may be set to another day when the home is made, for demonstrations and tests. It runs on from there,
 * through restarts and for every command: how far it is off stands in the home.
 */
final class DemonstrationClock {

    static final String SETTING = "trellis.clock.starts-on";

    /** The first day begins in the morning. */
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private DemonstrationClock() {}

    /**
     * How far the home's clock is off; zero where it is the machine's.
     *
     * @param startsOn an ISO 8601 date; empty for none
     * @throws TrellisHome.HomeUnusable if that is no date, or the home was made on another clock
     */
    static Duration off(TrellisHome home, String startsOn, Clock actual) {
        try {
            if (Files.exists(home.clock())) {
                String[] kept = Files.readString(home.clock()).strip().split(" ");
                if (!startsOn.isEmpty() && !startsOn.equals(kept[0])) {
                    throw new TrellisHome.HomeUnusable("The demonstration in " + home.folder() + " began on " + kept[0]
                            + " and goes on from there. Take " + SETTING
                            + " away, or name another folder with trellis.home.");
                }
                return Duration.parse(kept[1]);
            }
            if (startsOn.isEmpty()) {
                return Duration.ZERO;
            }
            if (Files.exists(home.postgresData())) {
                throw new TrellisHome.HomeUnusable("What lies in " + home.folder() + " was recorded by the real clock. "
                        + SETTING + " is for a demonstration that begins: name a new folder with trellis.home.");
            }
            Duration off = Duration.between(
                            actual.instant(), day(startsOn).atTime(MORNING).toInstant(ZoneOffset.UTC))
                    .truncatedTo(ChronoUnit.SECONDS);
            Files.writeString(home.clock(), startsOn + " " + off);
            return off;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LocalDate day(String startsOn) {
        try {
            return LocalDate.parse(startsOn);
        } catch (DateTimeParseException e) {
            throw new TrellisHome.HomeUnusable(
                    SETTING + " is “" + startsOn + "”, which is no day. Write it as 2028-02-29.");
        }
    }
}
