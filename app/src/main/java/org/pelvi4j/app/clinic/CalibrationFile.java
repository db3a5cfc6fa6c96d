package org.pelvi4j.app.clinic;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * A calibration as a page that people can read: one {@code name: value} a line, the SHA-256 of all lines above it at the
 * end. {@code head -n -1 FILE | sha256sum} makes the same. Source: DOMAIN 1.16. Immutable.
 */
public final class CalibrationFile {
    private static final String SUM = "sha256: ";

    private CalibrationFile() {}

    /**
     * Writes it, for its owner's eyes only.
     *
     * @param file a new file
     * @param parameters in the order of the page
     * @return the checksum
     * @throws IOException when there is such a file, or the disk refuses
     */
    public static String write(Path file, Map<String, String> parameters) throws IOException {
        var text = new StringBuilder();
        parameters.forEach((name, value) ->
                text.append(name).append(": ").append(printable(value)).append('\n'));
        String sum = sum(text.toString());
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text + SUM + sum + "\n", StandardCharsets.UTF_8);
        return sum;
    }

    /** One line each, whatever was typed. */
    private static String printable(String value) {
        return value.replaceAll("\\p{Cntrl}", " ").strip();
    }

    /**
     * Tells whether a page is as it was written.
     *
     * @param file which
     * @return whether the checksum at its end is that of the lines above it
     * @throws IOException when it cannot be read
     */
    public static boolean intact(Path file) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(file, StandardCharsets.UTF_8));
        if (lines.isEmpty() || !lines.get(lines.size() - 1).startsWith(SUM)) {
            return false;
        }
        String last = lines.remove(lines.size() - 1);
        return last.substring(SUM.length()).equals(sum(String.join("\n", lines) + "\n"));
    }

    private static String sum(String text) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
