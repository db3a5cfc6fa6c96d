package org.pelvi4j.record;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Opens recordings in the formats of others and in ours. Immutable. */
public final class Recordings {
    private static final int SNIFFED_BYTES = 512;

    private Recordings() {}

    /**
     * Opens a recording; the caller closes it.
     *
     * @param file which
     * @param format its format; null to find it out by the content
     * @param options what the file may not say by itself
     * @return the recording, before its first sample
     * @throws IOException when there is no such file, or it is not what it claims to be; one line for people
     */
    public static Recording open(Path file, @Nullable Format format, ReadOptions options) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new RecordingException(file, Files.exists(file) ? "expected a file" : "no such file");
        }
        return switch (format == null ? sniff(file) : format) {
            case F32LE -> FloatRecording.open(file, options);
            case CSV -> CsvRecording.open(file, options);
            case EDF -> EdfRecording.open(file, options);
            case OPENSIGNALS -> OpenSignalsRecording.open(file, options);
            case OPENBCI -> OpenBciRecording.open(file, options);
        };
    }

    /**
     * Finds out a file's format by its beginning.
     *
     * @param file which
     * @return the format; numbers without any text are taken as {@link Format#F32LE}
     * @throws IOException when it cannot be read
     */
    public static Format sniff(Path file) throws IOException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(SNIFFED_BYTES);
        }
        String text = new String(start, StandardCharsets.ISO_8859_1);
        if (text.startsWith("0       ") || text.startsWith("\u00ffBIOSEMI")) {
            return Format.EDF;
        }
        if (text.startsWith("# OpenSignals")) {
            return Format.OPENSIGNALS;
        }
        if (text.startsWith("%OpenBCI")) {
            return Format.OPENBCI;
        }
        return isText(start) ? Format.CSV : Format.F32LE;
    }

    private static boolean isText(byte[] start) {
        for (byte b : start) {
            boolean blank = b == '\n' || b == '\r' || b == '\t';
            if (b >= 0 && b < ' ' && !blank) {
                return false;
            }
        }
        return start.length > 0;
    }
}
