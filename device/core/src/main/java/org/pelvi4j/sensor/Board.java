package org.pelvi4j.sensor;

import java.util.List;
import org.pelvi4j.frame.Decoder;
import org.pelvi4j.link.SteadyLink;

/**
 * How one kind of board on a serial wire is started, understood and left. It never waits: bytes and the clock drive it.
 * Confined to one thread.
 */
interface Board {
    /** What it is. */
    SensorInfo info();

    /** The speeds of its wire, the likeliest first. */
    List<Integer> bauds();

    /** Its frames. */
    Decoder decoder();

    /** How its frames are counted. */
    Counting counting();

    /** After so many equal samples a channel is stuck. */
    int stuckAfter();

    /** The wire was opened, for the first time or again. */
    void opened(long nowNanos);

    /** Time has passed; sends what is to be sent. */
    void advance(long nowNanos, SteadyLink link);

    /** The board printed a line, which came now. */
    void text(String line, long nowNanos);

    /** A frame came: tells whether it belongs to the stream that was asked for. */
    boolean frame(double[] fields);

    /** The counter of the frame that {@link #frame} took last, from the one that was sent. */
    int counter(int sent);

    /** Turns a frame's fields into values in physical units and flaws, one of each per channel. */
    void convert(double[] fields, int saturated, double[] values, int[] flaws);

    /** Which stream its frames belong to: another number means that the counter began anew. */
    int stream();

    /** How it is, as far as its own answers tell. */
    SensorState state();

    /** How much later than measured its frames come, as its answers show; 0 when that is no more than usual. */
    long delayNanos();

    /** Its data is old: begin anew. */
    void refresh();

    /** Leaves the board as it was found. */
    void leave(SteadyLink link);
}
