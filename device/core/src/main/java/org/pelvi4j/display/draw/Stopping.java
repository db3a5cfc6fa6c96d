package org.pelvi4j.display.draw;

import org.pelvi4j.feedback.Message;
import org.pelvi4j.feedback.Picture;

/**
 * The stop that a held button is asking for: shown as it fills, from 0.8 s to 2 s, so that letting go in time cancels it.
 * Source: SCREENS 13. Immutable.
 */
public final class Stopping {
    private Stopping() {}

    /**
     * Tells whether a stop is being held.
     *
     * @param seen a picture
     * @return whether it says so
     */
    public static boolean is(Picture seen) {
        return seen.message().key().equals(Message.STOPPING);
    }

    /**
     * Tells how far it is.
     *
     * @param seen a picture
     * @return 0 to 1; 0 where nothing is being held
     */
    public static double share(Picture seen) {
        try {
            double percent = is(seen) && !seen.message().arguments().isEmpty()
                    ? Double.parseDouble(seen.message().arguments().get(0))
                    : 0;
            return Math.max(0, Math.min(1, percent / 100));
        } catch (NumberFormatException noNumber) {
            return 0;
        }
    }
}
