package org.pelvi4j.frame;

/**
 * Turns the bytes of one wire protocol into frames. Pure: its own unfinished frame is the only state, any cut of the
 * input into chunks gives the same frames, and no byte raises an error. Confined to one thread.
 */
public interface Decoder {
    /**
     * Takes bytes as they came.
     *
     * @param bytes the buffer
     * @param length how many of them count, from index 0
     * @param out told of each frame and line of text, in order, before this returns
     */
    void decode(byte[] bytes, int length, FrameSink out);

    /** Forgets the unfinished frame and the lock, as after the wire was opened anew; the counters stay. */
    void restart();

    /**
     * Tells what has happened so far.
     *
     * @return the counters now
     */
    Counters counters();
}
