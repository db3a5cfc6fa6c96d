package org.pelvi4j.app.store;

import java.nio.file.Path;
import java.time.Instant;
import org.pelvi4j.exercise.ExerciseResult;
import org.pelvi4j.exercise.RepResult;

/** Writes practices as they go on: how each began, its repetitions one by one, how it ended. Thread-safe. */
public final class PracticeLog {
    private final Database database;
    private final Practices practices;

    PracticeLog(Database database, Practices practices) {
        this.database = database;
        this.practices = practices;
    }

    /**
     * Keeps that a practice has begun.
     *
     * @param start who, when, what
     * @return its id
     * @throws StoreException when the disk refuses
     */
    public long begin(Practice.Start start) throws StoreException {
        return begin(start, "");
    }

    /**
     * Keeps that a practice has begun, and of what.
     *
     * @param start who, when, what
     * @param plan the programme's file, as it is at this time; empty when there is none
     * @return its id
     * @throws StoreException when the disk refuses
     */
    public long begin(Practice.Start start, String plan) throws StoreException {
        return database.insert(
                "INSERT INTO practice (profile, started_utc, zone, clock_sure, kind, programme, sensor, planned, recording,"
                        + " plan) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                start.profile(),
                start.at().toEpochMilli(),
                start.zone().getId(),
                start.clockSure() ? 1 : 0,
                start.kind(),
                start.programme(),
                start.sensor(),
                start.planned(),
                start.recording().map(Path::getFileName).map(Path::toString).orElse(null),
                plan);
    }

    /**
     * Keeps a repetition as soon as it is over, so that a power cut takes none.
     *
     * @param practice the practice's id
     * @param result how it went
     * @throws StoreException when the disk refuses
     */
    public void rep(long practice, RepResult result) throws StoreException {
        database.transaction(connection -> {
            PracticeRows.insert(connection, practice, result);
            return PracticeRows.totals(connection, practice);
        });
    }

    /**
     * Keeps how a practice went; repetitions that were not kept one by one are kept now.
     *
     * @param practice the practice's id
     * @param result how it went
     * @throws StoreException when the disk refuses
     */
    public void finish(long practice, ExerciseResult result) throws StoreException {
        int kept = practices.reps(practice).size();
        database.transaction(connection -> {
            for (RepResult rep : result.reps()
                    .subList(Math.min(kept, result.reps().size()), result.reps().size())) {
                PracticeRows.insert(connection, practice, rep);
            }
            PracticeRows.totals(connection, practice);
            return Database.change(
                    connection,
                    "UPDATE practice SET ended = ?, seconds = ?, release_s = ? WHERE id = ?",
                    result.end().name(),
                    result.seconds(),
                    PracticeRows.median(result.reps()),
                    practice);
        });
    }

    /** Ends it in the record too. */
    void endInterrupted(long id, double seconds) throws StoreException {
        database.update(
                "UPDATE practice SET ended = ?, seconds = ?, release_s = ? WHERE id = ?",
                Practice.INTERRUPTED,
                seconds,
                PracticeRows.median(practices.reps(id)),
                id);
    }

    /** Ends a practice of which only the recording is left; it may not tell what was held and let go in time. */
    void found(long practice, double seconds, boolean verdicts) throws StoreException {
        database.update(
                "UPDATE practice SET ended = ?, seconds = ?, release_s = ?"
                        + (verdicts ? "" : ", held = -1, let_go = -1") + " WHERE id = ?",
                Practice.FOUND,
                seconds,
                PracticeRows.median(practices.reps(practice)),
                practice);
    }

    /**
     * Corrects the time of a practice whose clock was set only after it had begun; what was told then is kept too.
     *
     * @param practice the practice's id
     * @param at when it began in truth
     * @throws StoreException when the disk refuses
     */
    public void correctStart(long practice, Instant at) throws StoreException {
        database.update(
                "UPDATE practice SET told_utc = coalesce(told_utc, started_utc), started_utc = ?, clock_sure = 1 WHERE id = ?",
                at.toEpochMilli(),
                practice);
    }
}
