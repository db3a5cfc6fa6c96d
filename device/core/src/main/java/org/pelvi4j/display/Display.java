package org.pelvi4j.display;

import org.pelvi4j.bus.BusException;
import org.pelvi4j.feedback.Picture;

/** Shows pictures. It never touches acquisition: the session calls it from a thread of its own. Confined to one thread. */
public interface Display extends AutoCloseable {
    /**
     * Draws the newest picture. It is called {@link #refreshHz()} times a second whether or not there is a new one, so
     * that a display greys itself when pictures stop coming.
     *
     * @param picture the newest there is
     * @param nowNanos the time at the display; draw {@link Picture#seenAt}
     * @throws BusException when the display is gone; it is opened anew later
     */
    void show(Picture picture, long nowNanos) throws BusException;

    /**
     * Tells how often it wants to draw. Source of the rates: SCREENS 6.
     *
     * @return pictures per second
     */
    double refreshHz();

    /** Leaves the display dark or as it was found; may be called twice. */
    @Override
    void close();
}
