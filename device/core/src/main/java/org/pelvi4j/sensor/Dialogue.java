package org.pelvi4j.sensor;

import org.pelvi4j.link.SteadyLink;

/**
 * How a board on a serial wire is started, kept streaming and left. It never waits: bytes and the clock drive it. Confined
 * to one thread.
 */
interface Dialogue {
    /** The wire was opened, for the first time or again. */
    void opened(long nowNanos);

    /** Time has passed; sends what is to be sent. */
    void advance(long nowNanos, SteadyLink link);

    /** The board printed a line, which came now; most boards print nothing worth knowing. */
    default void text(String line, long nowNanos) {}

    /** Which stream its frames belong to: another number means that the counter began anew. */
    int stream();

    /** How it is, as far as its own answers tell. */
    SensorState state();

    /** How much later than measured its frames come, as its answers show; 0 when that is no more than usual. */
    default long delayNanos() {
        return 0;
    }

    /** Its data is old: begin anew. */
    void refresh();

    /** Leaves the board as it was found. */
    default void leave(SteadyLink link) {}
}
