package org.pelvi4j.app.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pelvi4j.exercise.DayPlan;

/** The people who use this device, and what is set for each. Thread-safe. */
public final class Profiles {
    private static final String COLUMNS = "id, code, name, zone, language, active";
    private static final int LONGEST = 80;

    private final DataFolder folder;
    private final Database database;

    Profiles(DataFolder folder, Database database) {
        this.folder = folder;
        this.database = database;
    }

    /**
     * Adds a person; the first one is active at once.
     *
     * @param name how the person is called on the screen
     * @param zone where the person's days begin and end
     * @param language of the screens
     * @param now a label
     * @return the person, with a code of its own
     * @throws StoreException when there is one of that name, or the disk refuses
     */
    public Profile add(String name, ZoneId zone, String language, Instant now) throws StoreException {
        String plain = checked("name", name);
        if (find(plain).isPresent()) {
            throw new StoreException(StoreException.Kind.REFUSED, "name: expected a new one but was '" + plain + "'");
        }
        long next = database.query("SELECT coalesce(max(id), 0) + 1 FROM profile", row -> row.getLong(1))
                .get(0);
        return insert(String.format(Locale.ROOT, "P-%03d", next), plain, zone, language, now);
    }

    Profile insert(String code, String name, ZoneId zone, String language, Instant now) throws StoreException {
        long id = database.insert(
                "INSERT INTO profile (code, name, zone, language, created_utc, active)"
                        + " VALUES (?, ?, ?, ?, ?, (SELECT count(*) = 0 FROM profile))",
                code,
                name,
                zone.getId(),
                language,
                now.toEpochMilli());
        return get(id);
    }

    private static String checked(String what, String text) throws StoreException {
        String plain = text.strip();
        if (plain.isEmpty() || plain.length() > LONGEST || !plain.matches("[^\\p{Cntrl}]+")) {
            throw new StoreException(
                    StoreException.Kind.REFUSED,
                    what + ": expected 1 to " + LONGEST + " letters but was '" + plain + "'");
        }
        return plain;
    }

    /**
     * Lists them.
     *
     * @return all, in the order they came
     * @throws StoreException when the disk refuses
     */
    public List<Profile> all() throws StoreException {
        return database.query("SELECT " + COLUMNS + " FROM profile ORDER BY id", Profiles::read);
    }

    /**
     * Finds a person.
     *
     * @param nameOrCode as given; capitals count only where two people differ in nothing else
     * @return the person, if there is one
     * @throws StoreException when the disk refuses
     */
    public Optional<Profile> find(String nameOrCode) throws StoreException {
        String given = nameOrCode.strip();
        List<Profile> alike = all().stream()
                .filter(one -> one.name().equalsIgnoreCase(given) || one.code().equalsIgnoreCase(given))
                .toList();
        return alike.size() == 1
                ? Optional.of(alike.get(0))
                : alike.stream()
                        .filter(one -> one.name().equals(given) || one.code().equals(given))
                        .findFirst();
    }

    /**
     * Gives a person.
     *
     * @param id the person's
     * @return the person
     * @throws StoreException when there is none
     */
    public Profile get(long id) throws StoreException {
        return database.query("SELECT " + COLUMNS + " FROM profile WHERE id = ?", Profiles::read, id).stream()
                .findFirst()
                .orElseThrow(() -> new StoreException(
                        StoreException.Kind.NOT_FOUND, "profile: expected one of those there but was " + id));
    }

    /**
     * Tells whose the next practice is.
     *
     * @return the active person; none while there is nobody
     * @throws StoreException when the disk refuses
     */
    public Optional<Profile> active() throws StoreException {
        return database.query("SELECT " + COLUMNS + " FROM profile WHERE active = 1", Profiles::read).stream()
                .findFirst();
    }

    /**
     * Makes a person the active one.
     *
     * @param id the person's
     * @throws StoreException when there is none
     */
    public void activate(long id) throws StoreException {
        get(id);
        database.update("UPDATE profile SET active = (id = ?)", id);
    }

    /**
     * Sets something for a person, such as {@code programme} or {@code sensor}.
     *
     * @param id the person's
     * @param name which setting
     * @param value what; empty takes it away
     * @throws StoreException when there is no such person
     */
    public void set(long id, String name, String value) throws StoreException {
        get(id);
        if (value.isEmpty()) {
            database.update("DELETE FROM setting WHERE profile = ? AND name = ?", id, name);
        } else {
            database.update("INSERT OR REPLACE INTO setting (profile, name, value) VALUES (?, ?, ?)", id, name, value);
        }
    }

    /**
     * Reads what is set for a person.
     *
     * @param id the person's
     * @param name which setting
     * @return its value, if it is set
     * @throws StoreException when the disk refuses
     */
    public Optional<String> setting(long id, String name) throws StoreException {
        return database
                .query("SELECT value FROM setting WHERE profile = ? AND name = ?", row -> row.getString(1), id, name)
                .stream()
                .findFirst();
    }

    /**
     * Gives a person's plan of the day: the usual one, but for what is set as {@code groups} and {@code hours-apart}.
     *
     * @param id the person's
     * @return the plan
     * @throws StoreException when the disk refuses
     */
    public DayPlan plan(long id) throws StoreException {
        int groups = number(id, "groups", DayPlan.USUAL.groups());
        int hours = number(id, "hours-apart", (int) DayPlan.USUAL.spacing().toHours());
        return new DayPlan(groups, Duration.ofHours(hours), DayPlan.USUAL.others());
    }

    private int number(long id, String name, int usual) throws StoreException {
        return setting(id, name).map(Integer::parseInt).orElse(usual);
    }

    /**
     * Deletes a person and everything about this person: rows, journal, recordings. What was put aside before, and
     * backups, are not touched; a memory card may keep what it has spread, so nothing is promised of the bare chips.
     *
     * @param id the person's
     * @throws IOException when the disk refuses
     */
    public void delete(long id) throws IOException {
        get(id);
        List<String> files = database.query(
                "SELECT recording FROM practice WHERE profile = ? AND recording IS NOT NULL",
                row -> row.getString(1),
                id);
        for (String file : files) {
            for (Path part : folder.parts(file)) {
                Files.deleteIfExists(part);
            }
        }
        upgradeCopies();
        if (Files.isDirectory(folder.calibrations())) {
            String own = get(id).code().toLowerCase(Locale.ROOT) + "-";
            try (var pages = Files.newDirectoryStream(folder.calibrations(), own + "*")) {
                for (Path page : pages) {
                    Files.delete(page);
                }
            }
        }
        database.update("DELETE FROM profile WHERE id = ?", id);
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    /** Copies of older versions of the record hold everybody; this program made them unasked, so they go unasked. */
    private void upgradeCopies() throws IOException {
        if (!Files.isDirectory(folder.aside())) {
            return;
        }
        try (var copies = Files.newDirectoryStream(folder.aside(), "before-version-*.db")) {
            for (Path copy : copies) {
                Files.delete(copy);
            }
        }
    }

    private static Profile read(ResultSet row) throws SQLException {
        return new Profile(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                zone(row.getString(4)),
                row.getString(5),
                row.getBoolean(6));
    }

    /** A zone that this Java does not know is taken as UTC. */
    static ZoneId zone(String id) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }
}
