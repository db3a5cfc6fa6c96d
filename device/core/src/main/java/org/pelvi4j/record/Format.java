package org.pelvi4j.record;

import java.util.Locale;
import java.util.Optional;

/** A file format that can be read. Immutable. */
public enum Format {
    /** 32-bit little-endian floating-point numbers, one channel, nothing else. */
    F32LE,
    /** Text with a separator: ours (DOMAIN 4.6) or anybody's. */
    CSV,
    /** EDF, EDF+, BDF or BDF+ (DOMAIN 4.1). */
    EDF,
    /** OpenSignals text (DOMAIN 4.5). */
    OPENSIGNALS,
    /** OpenBCI GUI text (DOMAIN 4.4). */
    OPENBCI;

    /**
     * Finds a format by the name that the command line uses.
     *
     * @param name {@code f32le}, {@code csv}, {@code edf}, {@code bdf}, {@code opensignals} or {@code openbci}
     * @return the format, if it is one of these
     */
    public static Optional<Format> of(String name) {
        String plain = name.equals("bdf") ? "edf" : name;
        for (Format format : values()) {
            if (format.name().toLowerCase(Locale.ROOT).equals(plain)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }
}
