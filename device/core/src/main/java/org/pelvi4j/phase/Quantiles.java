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

    /**
     * Takes a number; NaN counts as the greatest. When it is full the oldest goes: only what lies between the two moves. Both
     * are looked for in one go, for a search mostly waits, and without a branch to guess, for it would be guessed wrong half
     * the time.
     */
    void add(double number) {
        double value = Double.isNaN(number) ? Double.POSITIVE_INFINITY : number;
        double oldest = ring[next];
        int place = 0;
        int gone = 0;
        for (int left = filled; left > 0; ) {
            int half = (left + 1) >>> 1;
            place += ordered[place + half - 1] < value ? half : 0;
            gone += ordered[gone + half - 1] < oldest ? half : 0;
            left -= half;
        }
        if (filled < ring.length) {
            gone = filled;
            filled++;
        }
        if (gone < place) {
            place--;
            System.arraycopy(ordered, gone + 1, ordered, gone, place - gone);
        } else {
            System.arraycopy(ordered, place, ordered, place + 1, gone - place);
        }
        ordered[place] = value;
        ring[next] = value;
        next = next + 1 == ring.length ? 0 : next + 1;
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

    boolean full() {
        return filled == ring.length;
    }

    void clear() {
        filled = 0;
        next = 0;
    }
}
