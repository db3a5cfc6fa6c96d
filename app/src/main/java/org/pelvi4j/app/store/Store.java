package org.pelvi4j.app.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The record on this device: one folder, one process at a time. What a crash left is put in order when it is opened: half
 * recordings are mended, practices that were cut are marked, a broken database is put aside and the recordings are read
 * into a new one. Thread-safe.
 */
public final class Store implements AutoCloseable {
    /** Source: RELIABILITY F4. */
    private static final long LEAST_FREE_BYTES = 50L << 20;

    private final DataFolder folder;
    private final @Nullable FolderLock lock;
    private final Database database;
    private final List<String> findings;
    private final Profiles profiles;
    private final Practices practices;

    private Store(DataFolder folder, @Nullable FolderLock lock, Database database, List<String> findings) {
        this.folder = folder;
        this.lock = lock;
        this.database = database;
        this.findings = findings;
        this.profiles = new Profiles(folder, database);
        this.practices = new Practices(folder, database);
    }

    /**
     * Opens the record, and makes it if it is missing.
     *
     * @param root its folder, such as {@code $XDG_DATA_HOME/pelvi4j}
     * @param now a label for what is put aside
     * @return the record; the caller closes it
     * @throws StoreException when another process has it, it is newer than this program, or it cannot be written
     */
    public static Store open(Path root, Instant now) throws StoreException {
        var folder = new DataFolder(root);
        folder.prepare();
        FolderLock lock = FolderLock.take(folder);
        try {
            return open(folder, lock, now);
        } catch (IOException e) {
            try {
                lock.close();
            } catch (IOException second) {
                e.addSuppressed(second);
            }
            throw e instanceof StoreException told
                    ? told
                    : new StoreException(StoreException.Kind.FAILED, root + ": " + e.getMessage(), e);
        }
    }

    /**
     * Tells whether there is a record, and whoever had it last ended in order.
     *
     * @param root its folder
     * @return false while somebody has it, or after a crash
     */
    public static boolean endedInOrder(Path root) {
        return FolderLock.endedInOrder(new DataFolder(root));
    }

    /**
     * Opens the record to read in it, also beside a process that practises: nothing is locked, mended or changed.
     *
     * @param root its folder
     * @return the record; the caller closes it
     * @throws StoreException when there is none, it is newer than this program, or it cannot be read
     */
    public static Store openToRead(Path root) throws StoreException {
        var folder = new DataFolder(root);
        if (!Files.exists(folder.database())) {
            throw new StoreException(
                    StoreException.Kind.NOT_FOUND, root + ": expected a record but there is none yet; practise first");
        }
        return new Store(folder, null, OpenedDatabase.openToRead(folder), List.of());
    }

    private static Store open(DataFolder folder, FolderLock lock, Instant now) throws IOException {
        var left = new Recovery.Left(!lock.lastEndedInOrder(), Recovery.journalLost(folder, lock));
        OpenedDatabase opened = OpenedDatabase.open(folder, now);
        var store = new Store(folder, lock, opened.database(), new ArrayList<>(opened.findings()));
        try {
            store.findings.addAll(store.recovery().putInOrder(left, opened.fresh(), now));
            return store;
        } catch (IOException e) {
            opened.database().close();
            throw e;
        }
    }

    private Recovery recovery() {
        return new Recovery(recordings(), practices, practiceLog());
    }

    private FoundRecordings recordings() {
        return new FoundRecordings(folder, profiles, practices, practiceLog());
    }

    /**
     * Tells what was put in order when the record was opened.
     *
     * @return one line each, for people
     */
    public List<String> findings() {
        return List.copyOf(findings);
    }

    /**
     * Gives the people.
     *
     * @return them
     */
    public Profiles profiles() {
        return profiles;
    }

    /**
     * Gives the practices.
     *
     * @return them
     */
    public Practices practices() {
        return practices;
    }

    /**
     * Gives what writes a practice as it goes on.
     *
     * @return it
     */
    public PracticeLog practiceLog() {
        return new PracticeLog(database, practices);
    }

    /**
     * Gives the days.
     *
     * @return them
     */
    public Days days() {
        return new Days(database, practices);
    }

    /**
     * Gives the assessments.
     *
     * @return them
     */
    public Assessments assessments() {
        return new Assessments(database);
    }

    /**
     * Gives the calibrations.
     *
     * @return them
     */
    public Calibrations calibrations() {
        return new Calibrations(folder, database);
    }

    /**
     * Names a new recording; there is no such file yet.
     *
     * @param start when it begins, in the person's zone
     * @param ending {@code .edf} or {@code .bdf}
     * @return a path in the folder of recordings, with the date and no name in it
     */
    public Path newRecording(ZonedDateTime start, String ending) {
        String name =
                DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss", Locale.ROOT).format(start);
        Path free = folder.recordings().resolve(name + ending);
        for (int i = 2; taken(free); i++) {
            free = folder.recordings().resolve(name + "-" + i + ending);
        }
        return free;
    }

    /**
     * Makes a practice of a recording that lies in the folder of recordings and that no practice has.
     *
     * @param recording the file
     * @param person whose it is
     * @return the practice; its repetitions are those the recording tells
     * @throws IOException when it cannot be read
     */
    public Practice adopt(Path recording, Profile person) throws IOException {
        long id = recordings().adopt(recording, person);
        return practices.find(id).orElseThrow();
    }

    /** A name is taken by a recording of either kind, since its further files and events have it too. */
    private static boolean taken(Path file) {
        String stem = String.valueOf(file.getFileName());
        stem = stem.substring(0, stem.lastIndexOf('.'));
        return Files.exists(file.resolveSibling(stem + ".edf")) || Files.exists(file.resolveSibling(stem + ".bdf"));
    }

    /**
     * Tells whether so much is free on the disk that a recording may begin. Source: RELIABILITY F4.
     *
     * @return false below 50 MB
     * @throws IOException when the disk cannot be asked
     */
    public boolean hasRoom() throws IOException {
        return Files.getFileStore(folder.recordings()).getUsableSpace() >= LEAST_FREE_BYTES;
    }

    /**
     * Tells what was put aside at some time and is still there: it may tell of people that were deleted since.
     *
     * @return the folder, if there is anything in it
     * @throws IOException when it cannot be looked into
     */
    public Optional<Path> aside() throws IOException {
        if (!Files.isDirectory(folder.aside())) {
            return Optional.empty();
        }
        try (var files = Files.list(folder.aside())) {
            return files.findAny().map(any -> folder.aside());
        }
    }

    /**
     * Tells whether a practice is kept as going on: it does, or a crash has cut it and nobody has put that in order yet.
     *
     * @return whether there is one
     * @throws StoreException when the disk refuses
     */
    public boolean unfinished() throws StoreException {
        return !practices.interrupted().isEmpty();
    }

    /**
     * Tells where everything lies.
     *
     * @return the folder
     */
    public Path root() {
        return folder.root();
    }

    /**
     * Deletes the whole record: every person, every recording, what was put aside.
     *
     * @throws IOException when the disk refuses
     */
    public void deleteEverything() throws IOException {
        for (Profile person : profiles.all()) {
            profiles.delete(person.id());
        }
        Files.deleteIfExists(folder.root().resolve("locks.properties"));
        for (Path inside : List.of(folder.recordings(), folder.aside(), folder.calibrations())) {
            DataFolder.empty(inside);
        }
        database.execute("VACUUM");
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    /**
     * Writes a copy of everything into one archive, also while a practice is recorded.
     *
     * @param archive a new file ending in {@code .zip}
     * @throws IOException when there is such a file, or the disk refuses
     */
    public void backup(Path archive) throws IOException {
        new Backup(folder).write(database, archive);
    }

    Database database() {
        return database;
    }

    @Override
    public void close() throws IOException {
        if (lock == null) {
            database.close();
            return;
        }
        try (lock) {
            database.close();
        }
    }
}
