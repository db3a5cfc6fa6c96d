package org.pelvi4j.sensor;

import java.util.Arrays;

/** The frames of one read, in physical units, before they have numbers and times. Confined to one thread. */
final class Batch {
    private final int channels;
    private final int[] counters;
    private final double[] values;
    private final int[] flaws;
    private int size;

    Batch(int capacity, int channels) {
        this.channels = channels;
        this.counters = new int[capacity];
        this.values = new double[capacity * channels];
        this.flaws = new int[capacity * channels];
    }

    void clear() {
        size = 0;
    }

    /** Adds a frame; false when there is no room for it. */
    boolean add(int counter, double[] row, int[] rowFlaws) {
        if (size == counters.length) {
            return false;
        }
        counters[size] = counter;
        System.arraycopy(row, 0, values, size * channels, channels);
        System.arraycopy(rowFlaws, 0, flaws, size * channels, channels);
        size++;
        return true;
    }

    /** Takes so many frames out, the first ones. */
    void dropFirst(int count) {
        size -= count;
        System.arraycopy(counters, count, counters, 0, size);
        System.arraycopy(values, count * channels, values, 0, size * channels);
        System.arraycopy(flaws, count * channels, flaws, 0, size * channels);
    }

    int size() {
        return size;
    }

    int counter(int index) {
        return counters[index];
    }

    /** Flags all frames from one on. */
    void flag(int flaw) {
        for (int i = 0; i < size * channels; i++) {
            flaws[i] |= flaw;
        }
    }

    /** Copies a frame out. */
    void copy(int index, double[] row, int[] rowFlaws) {
        System.arraycopy(values, index * channels, row, 0, channels);
        System.arraycopy(flaws, index * channels, rowFlaws, 0, channels);
    }

    @Override
    public String toString() {
        return Arrays.toString(Arrays.copyOf(counters, size));
    }
}
