package org.pelvi4j.phase;

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

    /** Takes a number; NaN counts as the greatest. When it is full the oldest goes: only what lies between the two moves. */
    void add(double number) {
        double value = Double.isNaN(number) ? Double.POSITIVE_INFINITY : number;
        int place = below(value);
        if (filled < ring.length) {
            System.arraycopy(ordered, place, ordered, place + 1, filled - place);
            filled++;
        } else {
            int gone = below(ring[next]);
            if (gone < place) {
                place--;
                System.arraycopy(ordered, gone + 1, ordered, gone, place - gone);
            } else {
                System.arraycopy(ordered, place, ordered, place + 1, gone - place);
            }
        }
        ordered[place] = value;
        ring[next] = value;
        next = next + 1 == ring.length ? 0 : next + 1;
    }

    /** How many of them are less; without a branch to guess, since it would be guessed wrong half the time. */
    private int below(double value) {
        int low = 0;
        int left = filled;
        while (left > 0) {
            int half = (left + 1) >>> 1;
            low += ordered[low + half - 1] < value ? half : 0;
            left -= half;
        }
        return low;
    }

    /** Mean of the least so many. */
    double meanOfLeast(int many) {
        double total = 0;
        for (int i = 0; i < many; i++) {
            total += ordered[i];
        }
        return total / many;
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
