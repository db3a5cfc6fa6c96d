package org.pelvi4j.sensor;

import java.util.List;
import org.pelvi4j.frame.Decoder;

/** What one kind of board on a serial wire sends, and how it is understood. Confined to one thread. */
interface Board {
    /** What it is. */
    SensorInfo info();

    /** The speeds of its wire, the likeliest first. */
    List<Integer> bauds();

    /** Its frames. */
    Decoder decoder();

    /** How it is spoken with. */
    Dialogue dialogue();

    /** How its frames are counted. */
    Counting counting();

    /** After so many equal samples a channel is stuck. */
    int stuckAfter();

    /** A frame came: tells whether it belongs to the stream that was asked for. */
    boolean frame(double[] fields);

    /** The counter of the frame that {@link #frame} took last, from the one that was sent. */
    default int counter(int sent) {
        return sent;
    }

    /** Turns a frame's fields into values in physical units and flaws, one of each per channel. */
    void convert(double[] fields, int saturated, double[] values, int[] flaws);
}
