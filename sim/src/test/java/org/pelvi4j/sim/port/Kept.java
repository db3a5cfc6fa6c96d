package org.pelvi4j.sim.port;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.record.Annotation;
import org.pelvi4j.record.RecordedChannel;
import org.pelvi4j.record.Recording;
import org.pelvi4j.sensor.Gap;
import org.pelvi4j.sensor.SampleSink;
import org.pelvi4j.sensor.Signal;

/** Keeps samples in memory and gives them back as a recording. */
final class Kept implements SampleSink, Recording {
    private final List<Long> numbers = new ArrayList<>();
    private final List<Double> values = new ArrayList<>();
    private boolean once = true;
    private long expected;
    private int read;

    @Override
    public void sample(long number, long atNanos, double[] sample, int[] flaws) {
        once &= number == expected;
        expected = number + 1;
        numbers.add(number);
        values.add(sample[0]);
    }

    @Override
    public void gap(Gap gap) {
        once &= gap.firstNumber() == expected;
        expected = gap.firstNumber() + gap.count();
    }

    boolean numbersOnce() {
        return once;
    }

    int size() {
        return numbers.size();
    }

    @Override
    public double rateHz() {
        return 250;
    }

    @Override
    public List<RecordedChannel> channels() {
        return List.of(new RecordedChannel(0, "EMG PFM", Signal.EMG, -1e6, 1e6, 0.01));
    }

    @Override
    public @Nullable LocalDateTime start() {
        return null;
    }

    @Override
    public boolean next(double[] into) {
        if (read == numbers.size()) {
            return false;
        }
        into[0] = values.get(read++);
        return true;
    }

    @Override
    public long number() {
        return numbers.get(read - 1);
    }

    @Override
    public List<Annotation> annotations() {
        return List.of();
    }

    @Override
    public void close() {}
}
