package org.pelvi4j.frame;

/**
 * What a decoder has seen since it was made. Immutable.
 *
 * @param frames frames given out
 * @param resyncs times the lock was lost and found again
 * @param lostByCounter frames that the device's counter says are missing
 * @param badChecks frames refused by marker, length, tail or check sum
 * @param discardedBytes bytes that belong to no frame and no line of text
 * @param saturated frames with a channel at a rail
 */
public record Counters(
        long frames, long resyncs, long lostByCounter, long badChecks, long discardedBytes, long saturated) {}
