package org.pelvi4j.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/** Everything a sensor gave out; refuses numbers that come twice, out of order, or not at all. */
final class Samples implements SampleSink {
    record Sample(long number, long atNanos, double value, int flaws) {}

    final List<Sample> all = new ArrayList<>();
    final List<Gap> gaps = new ArrayList<>();
    private long next;
    private long lastNanos;

    @Override
    public void sample(long number, long atNanos, double[] values, int[] flaws) {
        assertThat(number).isEqualTo(next);
        if (!all.isEmpty()) {
            assertThat(atNanos - lastNanos).isPositive();
        }
        next = number + 1;
        lastNanos = atNanos;
        all.add(new Sample(number, atNanos, values[0], flaws[0]));
    }

    @Override
    public void gap(Gap gap) {
        assertThat(gap.firstNumber()).isEqualTo(next);
        assertThat(gap.untilNanos() - gap.fromNanos()).isPositive();
        next = gap.firstNumber() + gap.count();
        gaps.add(gap);
    }

    Sample last() {
        return all.get(all.size() - 1);
    }
}
