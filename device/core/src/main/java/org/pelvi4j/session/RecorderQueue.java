package org.pelvi4j.session;

import org.jspecify.annotations.Nullable;
import org.pelvi4j.record.Annotation;
import org.pelvi4j.record.Recorder;
import org.pelvi4j.sensor.Gap;
import org.pelvi4j.sensor.SampleSink;

/**
 * A bounded queue between the acquisition thread, which puts, and a recorder's own thread, which drains. Its buffers are
 * made once. What finds it full is a marked gap in the record, and counted. One thread puts, one drains.
 */
final class RecorderQueue implements SampleSink {
    private final int capacity;
    private final long[] numbers;
    private final long[] times;
    private final double[][] values;
    private final int[][] flaws;
    private final @Nullable Object[] others;
    private int head;
    private int size;
    private @Nullable Gap overrun;
    private long lost;

    /**
     * Makes a queue.
     *
     * @param capacity entries, samples and others alike
     * @param channels values per sample
     */
    RecorderQueue(int capacity, int channels) {
        this.capacity = capacity;
        numbers = new long[capacity];
        times = new long[capacity];
        values = new double[capacity][channels];
        flaws = new int[capacity][channels];
        others = new Object[capacity];
    }

    @Override
    public synchronized void sample(long number, long atNanos, double[] sample, int[] sampleFlaws) {
        if (!reserve(2)) {
            lost++;
            overrun = overrun == null
                    ? new Gap(number, 1, atNanos, atNanos, Gap.Cause.OVERRUN)
                    : new Gap(
                            overrun.firstNumber(),
                            number - overrun.firstNumber() + 1,
                            overrun.fromNanos(),
                            atNanos,
                            Gap.Cause.OVERRUN);
            return;
        }
        if (overrun != null) {
            Gap gap = overrun;
            overrun = null;
            put(new Gap(gap.firstNumber(), gap.count(), gap.fromNanos(), atNanos, gap.cause()));
        }
        int slot = (head + size) % capacity;
        numbers[slot] = number;
        times[slot] = atNanos;
        System.arraycopy(sample, 0, values[slot], 0, values[slot].length);
        System.arraycopy(sampleFlaws, 0, flaws[slot], 0, flaws[slot].length);
        others[slot] = null;
        size++;
    }

    @Override
    public synchronized void gap(Gap gap) {
        if (overrun != null) {
            overrun = new Gap(
                    overrun.firstNumber(),
                    gap.firstNumber() + gap.count() - overrun.firstNumber(),
                    overrun.fromNanos(),
                    gap.untilNanos(),
                    Gap.Cause.OVERRUN);
        } else if (reserve(1)) {
            put(gap);
        } else {
            overrun = gap;
        }
    }

    synchronized void annotate(Annotation annotation) {
        if (reserve(1)) {
            put(annotation);
        } else {
            lost++;
        }
    }

    private boolean reserve(int entries) {
        return size + entries <= capacity;
    }

    private void put(Object other) {
        others[(head + size) % capacity] = other;
        size++;
    }

    /**
     * Hands what is queued to the recorder.
     *
     * @param recorder called without the lock held for longer than one entry takes to copy
     * @return how many entries there were
     */
    int drainTo(Recorder recorder) {
        int taken = 0;
        double[] sample = new double[values[0].length];
        int[] sampleFlaws = new int[sample.length];
        for (int waiting = waiting(); taken < waiting; taken++) {
            long number;
            long atNanos;
            Object other;
            synchronized (this) {
                number = numbers[head];
                atNanos = times[head];
                other = others[head];
                System.arraycopy(values[head], 0, sample, 0, sample.length);
                System.arraycopy(flaws[head], 0, sampleFlaws, 0, sample.length);
                others[head] = null;
                head = (head + 1) % capacity;
                size--;
            }
            if (other == null) {
                recorder.sample(number, atNanos, sample, sampleFlaws);
            } else if (other instanceof Gap gap) {
                recorder.gap(gap);
            } else {
                recorder.annotate((Annotation) other);
            }
        }
        return taken;
    }

    private synchronized int waiting() {
        return size;
    }

    /** How many samples and annotations found the queue full. */
    synchronized long lost() {
        return lost;
    }
}
