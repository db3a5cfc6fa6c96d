package org.pelvi4j.phase;

/** The newest blocks of power: sum of squares and number of samples in each, by their running number. Confined to one thread. */
final class Blocks {
    private final double[] sums;
    private final int[] counts;
    private final int mask;
    private long end;

    /** Keeps at least this many blocks. */
    Blocks(int least) {
        int size = Integer.highestOneBit(Math.max(2, least - 1)) * 2;
        sums = new double[size];
        counts = new int[size];
        mask = size - 1;
    }

    void add(double sum, int count) {
        int i = (int) end & mask;
        sums[i] = sum;
        counts[i] = count;
        end++;
    }

    /** The number of the next block. */
    long end() {
        return end;
    }

    double sum(long block) {
        return sums[(int) block & mask];
    }

    int count(long block) {
        return counts[(int) block & mask];
    }

    /** The mean power from one block up to, not including, another; NaN where fewer than half of the samples are there. */
    double power(long from, long to, int perBlock) {
        double sum = 0;
        int count = 0;
        for (long b = from; b < to; b++) {
            sum += sums[(int) b & mask];
            count += counts[(int) b & mask];
        }
        return 2L * count < perBlock * (to - from) ? Double.NaN : sum / count;
    }

    void clear() {
        end = 0;
    }
}
