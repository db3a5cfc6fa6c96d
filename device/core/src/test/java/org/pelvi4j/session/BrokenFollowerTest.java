package org.pelvi4j.session;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.pelvi4j.record.Annotation;
import org.pelvi4j.record.Recorder;
import org.pelvi4j.sensor.Channel;
import org.pelvi4j.sensor.Gap;
import org.pelvi4j.sensor.Role;
import org.pelvi4j.sensor.SampleSink;
import org.pelvi4j.sensor.Sensor;
import org.pelvi4j.sensor.SensorInfo;
import org.pelvi4j.sensor.SensorState;
import org.pelvi4j.sensor.Signal;
import org.pelvi4j.time.SystemClock;

/** A follower that fails takes nothing from the others. Source: RELIABILITY A10. */
@Timeout(value = 20, unit = SECONDS)
class BrokenFollowerTest {
    private static final int SAMPLES = 5000;

    private final SystemClock clock = new SystemClock();

    /** A sample with each reading. */
    private final class Steady implements Sensor {
        private int number;

        @Override
        public SensorInfo info() {
            return new SensorInfo("steady", 1000, List.of(new Channel(Role.PFM, Signal.EMG, -1000, 1000, 0.1)));
        }

        @Override
        public boolean read(SampleSink out) {
            out.sample(number, clock.nowNanos(), new double[] {Math.sin(number)}, new int[1]);
            number++;
            return number < SAMPLES;
        }

        @Override
        public SensorState state() {
            return SensorState.OK;
        }

        @Override
        public void close() {}
    }

    /** Fails at each seventh reading, by an exception and by an error in turn. */
    private static final class Broken implements Follower {
        private int calls;

        @Override
        public void reached(long number, long atNanos) {
            calls++;
            if (calls % 14 == 0) {
                throw new LinkageError("a listener's own");
            }
            if (calls % 7 == 0) {
                throw new IllegalStateException("a listener's own");
            }
        }
    }

    private static final class Good implements Follower {
        private int calls;
        private final List<String> troubles = new ArrayList<>();

        @Override
        public void reached(long number, long atNanos) {
            calls++;
        }

        @Override
        public void trouble(String message) {
            troubles.add(message);
        }
    }

    @Test
    void theOthersAreServedAndNoSampleIsLost() {
        var recorded = new AtomicLong();
        var recorder = new Recorder() {
            @Override
            public void sample(long number, long atNanos, double[] values, int[] flaws) {
                recorded.incrementAndGet();
            }

            @Override
            public void gap(Gap gap) {
                throw new AssertionError("no gap was in it");
            }

            @Override
            public void annotate(Annotation annotation) {}

            @Override
            public void tick(long nowNanos) {}

            @Override
            public void close() {}
        };
        var broken = new Broken();
        var good = new Good();
        Session.of(SessionSetup.watching(new Steady(), clock)
                        .recordedBy(List.of(recorder))
                        .followedBy(broken, good))
                .run();
        assertThat(recorded).hasValue(SAMPLES);
        assertThat(broken.calls).isEqualTo(SAMPLES);
        assertThat(good.calls).isEqualTo(SAMPLES);
        assertThat(good.troubles).singleElement().asString().contains("a listener's own");
    }
}
