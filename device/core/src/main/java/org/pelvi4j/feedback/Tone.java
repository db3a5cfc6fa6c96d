package org.pelvi4j.feedback;

/**
 * One sine tone, with ramps of 10 ms. Source: SCREENS 5. Immutable.
 *
 * @param hertz its pitch; 0 for silence
 * @param millis how long
 * @param decibels its loudness against the setting, 0 or less
 */
public record Tone(int hertz, int millis, int decibels) {
    /** Checks the ranges. */
    public Tone {
        if (hertz != 0 && (hertz < 440 || hertz > 1047)) {
            throw new IllegalArgumentException("hertz: expected 0 or 440 to 1047 but was " + hertz);
        }
        if (millis < 1 || decibels > 0) {
            throw new IllegalArgumentException("millis: expected 1 or more at 0 dB or less but was " + millis);
        }
    }

    static Tone of(int hertz, int millis) {
        return new Tone(hertz, millis, 0);
    }
}
