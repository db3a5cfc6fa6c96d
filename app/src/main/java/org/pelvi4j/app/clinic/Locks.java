package org.pelvi4j.app.clinic;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Properties;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Who may lock a calibration: each physiotherapist's code with the hash of a PIN. It keeps a calibration from being changed
 * by mistake or by the person at home; it does not keep out somebody who owns the device, who can delete the file.
 * Confined to one thread.
 */
public final class Locks {
    /** As OWASP's password storage sheet asks of PBKDF2 with SHA-256 for passwords; a second on the smallest board. */
    private static final int ITERATIONS = 210_000;

    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;
    /** Source: RELIABILITY 2, five wrong tries. */
    private static final int MOST_FAILURES = 5;
    /** After too many wrong tries. Source: ours. */
    private static final Duration WAIT = Duration.ofMinutes(10);

    private static final HexFormat HEX = HexFormat.of();

    private final Path file;

    private Locks(Path file) {
        this.file = file;
    }

    /** What came of a PIN. */
    public enum Answer {
        /** It is the right one. */
        RIGHT,
        /** It is not. */
        WRONG,
        /** Too many wrong ones: not even the right one counts for ten minutes. */
        WAIT
    }

    /**
     * Opens the locks of a record.
     *
     * @param folder of the record
     * @return the locks
     */
    public static Locks in(Path folder) {
        return new Locks(folder.resolve("locks.properties"));
    }

    /**
     * Tells whether somebody has a PIN.
     *
     * @param code who
     * @return whether this code is known
     * @throws IOException when the file cannot be read
     */
    public boolean knows(String code) throws IOException {
        return read().containsKey(code + ".hash");
    }

    /**
     * Tells whether anybody has a PIN.
     *
     * @return whether the file has one
     * @throws IOException when the file cannot be read
     */
    public boolean any() throws IOException {
        return read().stringPropertyNames().stream().anyMatch(name -> name.endsWith(".hash"));
    }

    /**
     * Gives somebody a PIN.
     *
     * @param code who: 1 to 12 letters, digits or hyphens
     * @param pin 4 to 12 digits
     * @throws IllegalArgumentException saying what was expected
     * @throws IOException when the file cannot be written
     */
    public void add(String code, String pin) throws IOException {
        checkCode(code);
        if (!pin.matches("\\d{4,12}")) {
            throw new IllegalArgumentException("PIN: expected 4 to 12 digits");
        }
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        Properties all = read();
        all.setProperty(code + ".salt", HEX.formatHex(salt));
        all.setProperty(code + ".iterations", Integer.toString(ITERATIONS));
        all.setProperty(code + ".hash", HEX.formatHex(hash(pin, salt, ITERATIONS)));
        all.setProperty(code + ".failures", "0");
        write(all);
    }

    /**
     * Checks a code.
     *
     * @param code who
     * @throws IllegalArgumentException saying what was expected
     */
    public static void checkCode(String code) {
        if (!code.matches("[A-Za-z0-9-]{1,12}")) {
            throw new IllegalArgumentException("id: expected 1 to 12 letters, digits or hyphens, a code and no name");
        }
    }

    /**
     * Tries a PIN; a wrong one is counted before the answer is known.
     *
     * @param code who, known here
     * @param pin what was typed
     * @param now the calendar
     * @return whether it is theirs
     * @throws IOException when the file cannot be read or written
     */
    public Answer check(String code, String pin, Instant now) throws IOException {
        Properties all = read();
        int failures = Integer.parseInt(all.getProperty(code + ".failures", "0"));
        long until = Long.parseLong(all.getProperty(code + ".until", "0"));
        long atMost = now.plus(WAIT).toEpochMilli();
        if (failures >= MOST_FAILURES && now.toEpochMilli() < until) {
            if (until > atMost) {
                // The calendar was set back: how much of the wait is over nobody knows, so it begins anew, once.
                all.setProperty(code + ".until", Long.toString(atMost));
                write(all);
            }
            return Answer.WAIT;
        }
        if (!all.containsKey(code + ".hash")) {
            return Answer.WRONG;
        }
        int counted = failures >= MOST_FAILURES ? 1 : failures + 1;
        all.setProperty(code + ".failures", Integer.toString(counted));
        all.setProperty(code + ".until", Long.toString(atMost));
        write(all);
        byte[] salt = HEX.parseHex(all.getProperty(code + ".salt", ""));
        int iterations = Integer.parseInt(all.getProperty(code + ".iterations", "1"));
        byte[] wanted = HEX.parseHex(all.getProperty(code + ".hash", ""));
        if (!MessageDigest.isEqual(wanted, hash(pin, salt, iterations))) {
            return Answer.WRONG;
        }
        all.setProperty(code + ".failures", "0");
        write(all);
        return Answer.RIGHT;
    }

    private static byte[] hash(String pin, byte[] salt, int iterations) {
        var spec = new PBEKeySpec(pin.toCharArray(), salt, iterations, HASH_BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has PBKDF2", e);
        } finally {
            spec.clearPassword();
        }
    }

    private Properties read() throws IOException {
        var all = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                all.load(reader);
            }
        }
        return all;
    }

    private void write(Properties all) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (Writer writer = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
            all.store(writer, "who may lock a calibration; PINs are hashed (PBKDF2, SHA-256)");
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
