package org.pelvi4j.app;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.app.store.Store;
import org.pelvi4j.time.Clock;

/**
 * When a practice began: with its first sample, whoever sees it first. It names the recording, and fixes what the wall
 * clock said, so that row and file agree. Thread-safe.
 */
final class Beginning {
    /** No practice was recorded before this program existed: an earlier date is a clock that nobody has set. */
    private static final Instant EARLIEST =
            LocalDate.of(2026, 1, 1).atStartOfDay(ZoneOffset.UTC).toInstant();

    private final Store store;
    private final ZoneId zone;
    private final Clock clock;
    private final String ending;
    private @Nullable ZonedDateTime start;
    private @Nullable Path file;

    Beginning(Store store, ZoneId zone, Clock clock, String ending) {
        this.store = store;
        this.zone = zone;
        this.clock = clock;
        this.ending = ending;
    }

    /** The first sample's time by the wall clock; fixed by the first call. */
    synchronized ZonedDateTime at(long atNanos) {
        ZonedDateTime known = start;
        if (known == null) {
            known = clock.wallNow().minusNanos(clock.nowNanos() - atNanos).atZone(zone);
            start = known;
            file = store.newRecording(known, ending);
        }
        return known;
    }

    /** The recording's file; it may not be there yet. */
    synchronized @Nullable Path file() {
        return file;
    }

    /** Whether the wall clock can have been right. */
    static boolean sure(Instant at) {
        return !at.isBefore(EARLIEST);
    }
}
