package org.pelvi4j.phase;

import java.util.Arrays;

/** Quantiles of the newest numbers, kept in order as they come and go. Confined to one thread. */
final class Quantiles {
    private final double[] ring;
    private final double[] ordered;
    private int filled;
    private int next;

    Quantiles(int length) {
        ring = new double[length];
        ordered = new double[length];
    }

    void add(double value) {
        int end = filled;
        if (filled == ring.length) {
            int gone = Arrays.binarySearch(ordered, 0, filled, ring[next]);
            end = filled - 1;
            System.arraycopy(ordered, gone + 1, ordered, gone, end - gone);
        }
        int found = Arrays.binarySearch(ordered, 0, end, value);
        int place = found < 0 ? -found - 1 : found;
        System.arraycopy(ordered, place, ordered, place + 1, end - place);
        ordered[place] = value;
        ring[next] = value;
        next = (next + 1) % ring.length;
        filled = end + 1;
    }

    double at(double share) {
        return ordered[(int) (share * (filled - 1))];
    }

    int size() {
        return filled;
    }

    void clear() {
        filled = 0;
        next = 0;
    }
}
