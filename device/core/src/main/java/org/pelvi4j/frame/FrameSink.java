package org.pelvi4j.frame;

/** Takes what a decoder finds. */
public interface FrameSink {
    /**
     * One good frame.
     *
     * @param counter the device's own counter as sent, -1 for a protocol without one
     * @param fields the values in the protocol's raw unit (counts, or numbers of a text line), one per channel; reused
     *     by the decoder, so read it before returning
     * @param saturated bit c is set when channel c stands at a rail of its converter
     */
    void frame(int counter, double[] fields, int saturated);

    /**
     * A line of text between the frames: a banner, an answer, a log line.
     *
     * @param line without its end, at most 128 characters, possibly hostile
     */
    void text(String line);
}
