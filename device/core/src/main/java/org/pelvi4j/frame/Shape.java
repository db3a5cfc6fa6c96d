package org.pelvi4j.frame;

/** What a frame of fixed length looks like in one protocol; all indices are into the bytes given. Immutable. */
interface Shape {
    /** Bytes in a frame. */
    int length();

    /** How many values the counter has before it begins again. */
    int counterValues();

    /** Frames in a row that are believed when nothing is known yet. */
    int framesToLock();

    /** Whether its first bytes tell it from others; without, one bad frame costs the lock. Source: DOMAIN.md 3.1. */
    default boolean hasMarker() {
        return true;
    }

    /** Tells whether a frame may begin here, judging by as many of its first bytes as are there (1 or more). */
    boolean mayBegin(byte[] bytes, int at, int available);

    /** Tells whether a whole frame stands here: marker, length, tail, check sum. */
    boolean isWhole(byte[] bytes, int at);

    /** Reads the counter of the frame that stands here. */
    int counter(byte[] bytes, int at);

    /** Reads the values of the frame that stands here; gives a bit for each that is at a rail. */
    int read(byte[] bytes, int at, double[] fields);
}
