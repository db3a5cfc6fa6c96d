package org.pelvi4j.app.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.pelvi4j.calibration.Calibration;
import org.pelvi4j.sensor.Signal;

/** The calibrations of each person, each with a checksum of its parameters. Source: DOMAIN 1.16. Thread-safe. */
public final class Calibrations {
    private final DataFolder folder;
    private final Database database;

    Calibrations(DataFolder folder, Database database) {
        this.folder = folder;
        this.database = database;
    }

    /**
     * Gives where the pages and recordings of set-ups lie; made for its owner's eyes only.
     *
     * @return the folder
     * @throws IOException when it cannot be made
     */
    public Path pages() throws IOException {
        return folder.inside(folder.calibrations());
    }

    /**
     * A calibration as it is kept. Immutable.
     *
     * @param calibration what was measured
     * @param lockedBy the physiotherapist's code; empty when nobody locked it
     * @param checksum SHA-256 of its parameters, in hexadecimal
     */
    public record Kept(Calibration calibration, String lockedBy, String checksum) {
        /**
         * Tells whether the parameters are still those that were locked.
         *
         * @return whether the checksum is theirs
         */
        public boolean intact() {
            return Calibrations.checksumOf(calibration, lockedBy).equals(checksum);
        }
    }

    /**
     * Keeps a calibration; older ones stay.
     *
     * @param profile whose
     * @param calibration what was measured
     * @param lockedBy the physiotherapist's code; empty when nobody locked it
     * @throws StoreException when there is no such person, or the disk refuses
     */
    public void add(long profile, Calibration calibration, String lockedBy) throws StoreException {
        database.insert(
                "INSERT INTO calibration (profile, signal, rest, noise, reference, how, measured_utc, probe, locked_by,"
                        + " checksum) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                profile,
                calibration.signal().name(),
                calibration.rest(),
                calibration.noise(),
                calibration.reference(),
                calibration.how().name(),
                calibration.when().toEpochMilli(),
                calibration.probe(),
                lockedBy,
                checksumOf(calibration, lockedBy));
    }

    /**
     * Gives the latest calibration.
     *
     * @param profile whose
     * @param signal of what
     * @return it, if there is one
     * @throws StoreException when the disk refuses
     */
    public Optional<Kept> latest(long profile, Signal signal) throws StoreException {
        return all(profile).stream()
                .filter(kept -> kept.calibration().signal() == signal)
                .findFirst();
    }

    /**
     * Lists all calibrations.
     *
     * @param profile whose
     * @return the latest first
     * @throws StoreException when the disk refuses
     */
    public List<Kept> all(long profile) throws StoreException {
        return database.query(
                "SELECT signal, rest, noise, reference, how, measured_utc, probe, locked_by, checksum FROM calibration"
                        + " WHERE profile = ? ORDER BY measured_utc DESC, id DESC",
                row -> new Kept(
                        new Calibration(
                                Signal.valueOf(row.getString(1)),
                                row.getDouble(2),
                                row.getDouble(3),
                                row.getDouble(4),
                                Calibration.How.valueOf(row.getString(5)),
                                Instant.ofEpochMilli(row.getLong(6)),
                                row.getString(7)),
                        row.getString(8),
                        row.getString(9)),
                profile);
    }

    /** Of the parameters as text, so that a person can check it by hand. */
    static String checksumOf(Calibration calibration, String lockedBy) {
        String text = String.join(
                "\n",
                calibration.signal().name(),
                Double.toString(calibration.rest()),
                Double.toString(calibration.noise()),
                Double.toString(calibration.reference()),
                calibration.how().name(),
                Long.toString(calibration.when().toEpochMilli()),
                calibration.probe(),
                lockedBy);
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
