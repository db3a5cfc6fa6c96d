package org.pelvi4j.app.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.pelvi4j.exercise.RepResult;

/** The practices that are kept, to look them up and to delete them. {@link PracticeLog} writes them. Thread-safe. */
public final class Practices {
    private final DataFolder folder;
    private final Database database;

    Practices(DataFolder folder, Database database) {
        this.folder = folder;
        this.database = database;
    }

    /**
     * Lists the latest practices of one plan, since it was last changed.
     *
     * @param profile whose
     * @param programme the programme's id
     * @param plan the programme's file
     * @param most how many at most
     * @return those done since another plan of the same programme was practised, the oldest first
     * @throws StoreException when the disk refuses
     */
    public List<Practice> ofPlan(long profile, String programme, String plan, int most) throws StoreException {
        List<Practice> latest = database.query(
                "SELECT " + PracticeRows.COLUMNS
                        + " FROM practice WHERE profile = ?1 AND kind = 'practice' AND programme = ?2 AND plan = ?3"
                        + " AND id > (SELECT coalesce(max(id), 0) FROM practice"
                        + " WHERE profile = ?1 AND kind = 'practice' AND programme = ?2 AND plan <> ?3)"
                        + " ORDER BY id DESC LIMIT ?4",
                row -> PracticeRows.practice(folder, row),
                profile,
                programme,
                plan,
                most);
        var inOrder = new ArrayList<>(latest);
        Collections.reverse(inOrder);
        return inOrder;
    }

    /**
     * Tells on which day a person first practised.
     *
     * @param profile whose
     * @return the person's own date, if there is one
     * @throws StoreException when the disk refuses
     */
    public Optional<LocalDate> firstDay(long profile) throws StoreException {
        return database
                .query(
                        "SELECT started_utc, zone FROM practice WHERE profile = ? AND kind = 'practice'"
                                + " ORDER BY started_utc LIMIT 1",
                        row -> Instant.ofEpochMilli(row.getLong(1))
                                .atZone(Profiles.zone(row.getString(2)))
                                .toLocalDate(),
                        profile)
                .stream()
                .findFirst();
    }

    /**
     * Tells when a person first practised a programme.
     *
     * @param profile whose
     * @param programme the programme's id
     * @return the first start, if there is one
     * @throws StoreException when the disk refuses
     */
    public Optional<Instant> first(long profile, String programme) throws StoreException {
        return database
                .query(
                        "SELECT started_utc FROM practice WHERE profile = ? AND programme = ? AND kind = 'practice'"
                                + " ORDER BY started_utc LIMIT 1",
                        row -> Instant.ofEpochMilli(row.getLong(1)),
                        profile,
                        programme)
                .stream()
                .findFirst();
    }

    /** What a crash ended in the world and nobody in the record. */
    List<Long> interrupted() throws StoreException {
        return database.query("SELECT id FROM practice WHERE ended IS NULL", row -> row.getLong(1));
    }

    /**
     * Lists a person's practices.
     *
     * @param profile whose
     * @param from the first moment
     * @param to the moment after the last
     * @return in the order of their start; those of one moment in the order they were kept
     * @throws StoreException when the disk refuses
     */
    public List<Practice> between(long profile, Instant from, Instant to) throws StoreException {
        return database.query(
                "SELECT " + PracticeRows.COLUMNS
                        + " FROM practice WHERE profile = ? AND started_utc >= ? AND started_utc < ?"
                        + " ORDER BY started_utc, id",
                row -> PracticeRows.practice(folder, row),
                profile,
                millis(from),
                millis(to));
    }

    private static long millis(Instant at) {
        Instant low = Instant.ofEpochMilli(Long.MIN_VALUE);
        Instant high = Instant.ofEpochMilli(Long.MAX_VALUE);
        return at.isBefore(low) ? Long.MIN_VALUE : at.isAfter(high) ? Long.MAX_VALUE : at.toEpochMilli();
    }

    /**
     * Lists a person's latest practices.
     *
     * @param profile whose
     * @param most how many at most
     * @return the latest first
     * @throws StoreException when the disk refuses
     */
    public List<Practice> latest(long profile, int most) throws StoreException {
        return database.query(
                "SELECT " + PracticeRows.COLUMNS
                        + " FROM practice WHERE profile = ? ORDER BY started_utc DESC, id DESC LIMIT ?",
                row -> PracticeRows.practice(folder, row),
                profile,
                most);
    }

    /**
     * Gives a practice.
     *
     * @param id the practice's
     * @return it, if it is there
     * @throws StoreException when the disk refuses
     */
    public Optional<Practice> find(long id) throws StoreException {
        return database
                .query(
                        "SELECT " + PracticeRows.COLUMNS + " FROM practice WHERE id = ?",
                        row -> PracticeRows.practice(folder, row),
                        id)
                .stream()
                .findFirst();
    }

    /**
     * Lists a practice's repetitions.
     *
     * @param practice the practice's id
     * @return in the order they were done
     * @throws StoreException when the disk refuses
     */
    public List<RepResult> reps(long practice) throws StoreException {
        return database.query(
                "SELECT rep, set_number, judged, held, let_go, held_s, work_s, release_s, score, response_s, anticipated,"
                        + " extra, peak, guess FROM rep WHERE practice = ? ORDER BY place",
                PracticeRows::rep,
                practice);
    }

    /**
     * Tells whether a person has a practice that began in this second.
     *
     * @param profile whose
     * @param at when
     * @return whether there is one
     * @throws StoreException when the disk refuses
     */
    public boolean begunAt(long profile, Instant at) throws StoreException {
        Instant second = at.truncatedTo(ChronoUnit.SECONDS);
        return !between(profile, second, second.plusSeconds(1)).isEmpty();
    }

    /**
     * Lists the files of a practice's recording: one, or more where a disk had refused in between.
     *
     * @param practice which
     * @return those that are there, in order
     * @throws IOException when the disk refuses
     */
    public List<Path> recordings(Practice practice) throws IOException {
        Optional<Path> first = practice.start().recording();
        if (first.isEmpty()) {
            return List.of();
        }
        return folder.parts(String.valueOf(first.get().getFileName())).stream()
                .filter(file -> file.toString().matches(".*\\.(edf|bdf)"))
                .sorted(Comparator.comparing((Path file) -> file.toString().length())
                        .thenComparing(Path::toString))
                .toList();
    }

    /**
     * Deletes a practice and its recording.
     *
     * @param id the practice's
     * @throws IOException when the disk refuses
     */
    public void delete(long id) throws IOException {
        Optional<Practice> practice = find(id);
        if (practice.isPresent() && practice.get().start().recording().isPresent()) {
            String file =
                    String.valueOf(practice.get().start().recording().get().getFileName());
            for (Path part : folder.parts(file)) {
                Files.deleteIfExists(part);
            }
        }
        database.update("DELETE FROM practice WHERE id = ?", id);
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }
}
