package org.pelvi4j.app.store;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.pelvi4j.exercise.ExerciseResult;

/**
 * One practice as it is kept. Immutable.
 *
 * @param id counts from 1
 * @param start who, when, what
 * @param totals how it went
 * @param told what the clock on the wall said at the start, where it was set only afterwards
 */
public record Practice(long id, Start start, Totals totals, Optional<Instant> told) {
    /** How a practice was ended, when nobody could say. */
    public static final String INTERRUPTED = "INTERRUPTED";
    /** How a practice was ended of which only the recording is left. */
    public static final String FOUND = "FOUND";

    /**
     * Tells whether somebody practised, and was not assessed or merely recorded.
     *
     * @return whether it is a practice
     */
    public boolean isPractice() {
        return start.kind().equals("practice");
    }

    /**
     * What is known when a practice begins. Immutable.
     *
     * @param profile whose
     * @param at when, in UTC
     * @param zone whose day it was
     * @param clockSure false when the wall clock had not been set yet
     * @param kind {@code practice}, {@code assessment} or {@code calibration}
     * @param programme the programme's id
     * @param sensor the sensor's name
     * @param planned how many repetitions the programme has
     * @param recording the recording's file, within the folder of recordings
     */
    public record Start(
            long profile,
            Instant at,
            ZoneId zone,
            boolean clockSure,
            String kind,
            String programme,
            String sensor,
            int planned,
            Optional<Path> recording) {
        /**
         * A practice of a programme.
         *
         * @param profile whose
         * @param at when
         * @param programme the programme's id
         * @param planned how many repetitions it has
         * @return its start, without sensor and recording
         */
        public static Start of(Profile profile, Instant at, String programme, int planned) {
            return new Start(
                    profile.id(), at, profile.zone(), true, "practice", programme, "", planned, Optional.empty());
        }

        /**
         * The same with a sensor and a recording.
         *
         * @param sensor the sensor's name
         * @param recording the recording's file
         * @return the start
         */
        public Start on(String sensor, Optional<Path> recording) {
            return new Start(profile, at, zone, clockSure, kind, programme, sensor, planned, recording);
        }

        /**
         * The same of another kind.
         *
         * @param kind {@code practice}, {@code assessment} or {@code calibration}
         * @return the start
         */
        public Start as(String kind) {
            return new Start(profile, at, zone, clockSure, kind, programme, sensor, planned, recording);
        }

        /**
         * The same with a wall clock that nobody had set yet.
         *
         * @return the start
         */
        public Start unsure() {
            return new Start(profile, at, zone, false, kind, programme, sensor, planned, recording);
        }
    }

    /**
     * How a practice went. Immutable.
     *
     * @param ended the name of an {@code ExerciseResult.End}, {@link #INTERRUPTED}, {@link #FOUND}, or empty while it runs
     * @param seconds how long it took; NaN when unknown
     * @param done repetitions done
     * @param judged those of them that could be judged
     * @param held those that were held; -1 when only the recording is left
     * @param letGo those that were let go in time; -1 likewise
     * @param releaseSeconds the median time to let go; NaN when unknown
     * @param score the mean score; NaN when unknown
     */
    public record Totals(
            String ended,
            double seconds,
            int done,
            int judged,
            int held,
            int letGo,
            double releaseSeconds,
            double score) {
        /**
         * Tells whether it is known what was held and let go: it is not, where only the recording is left.
         *
         * @return whether it is known
         */
        public boolean known() {
            return held >= 0;
        }
    }

    /**
     * Tells the person's day.
     *
     * @return the date where the practice was done
     */
    public LocalDate day() {
        return start.at().atZone(start.zone()).toLocalDate();
    }

    /**
     * Tells whether it counts as a group of the day, as {@link ExerciseResult#isGroup} says.
     *
     * @return whether it counts
     */
    public boolean group() {
        boolean whole = totals.ended().equals("COMPLETED") || totals.ended().equals("FATIGUE");
        return isPractice() && ExerciseResult.isGroup(whole, totals.done(), start.planned());
    }

    /**
     * Tells how long it took.
     *
     * @return zero when unknown
     */
    public Duration length() {
        return Double.isNaN(totals.seconds()) ? Duration.ZERO : Duration.ofMillis(Math.round(totals.seconds() * 1000));
    }
}
