package org.pelvi4j.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pelvi4j.bus.ByteLink;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.sensor.table.SensorDrivers;
import org.pelvi4j.time.VirtualClock;

/** The hot path of a serial sensor allocates nothing. */
class AllocationTest {
    private static final byte[] BANNER = "OpenBCI V3\n$$$".getBytes(StandardCharsets.US_ASCII);
    private final VirtualClock clock = VirtualClock.startingAt(Instant.EPOCH);
    private long sum;

    /** Gives one ready-made frame a read, or a prompt when something was written that has no frames as its answer. */
    private final class Endless implements ByteLink {
        private final byte[][] frames;
        private int next;
        private boolean prompt;
        private boolean started;

        Endless(byte[][] frames, boolean started) {
            this.frames = frames;
            this.started = started;
        }

        @Override
        public int read(byte[] into) {
            clock.advance(prompt || started ? 4_000_000 : 100_000_000);
            if (!started && !prompt) {
                return 0;
            }
            byte[] bytes = prompt ? BANNER : frames[next];
            next = prompt ? next : (next + 1) % frames.length;
            prompt = false;
            System.arraycopy(bytes, 0, into, 0, bytes.length);
            return bytes.length;
        }

        @Override
        public void write(byte[] bytes) {
            started = bytes[0] == 'b';
            prompt = !started;
        }

        @Override
        public void close() {}
    }

    private static byte[][] cyton() {
        byte[][] frames = new byte[256][33];
        for (int i = 0; i < 256; i++) {
            frames[i][0] = (byte) 0xA0;
            frames[i][1] = (byte) i;
            frames[i][4] = (byte) (i * 37);
            frames[i][32] = (byte) 0xC0;
        }
        return frames;
    }

    private static byte[][] lines() {
        byte[][] lines = new byte[100][];
        for (int i = 0; i < 100; i++) {
            lines[i] = ("pressure:" + i / 8.0 + ", -" + i + ".25e-1\r\n").getBytes(StandardCharsets.US_ASCII);
        }
        return lines;
    }

    @ParameterizedTest
    @ValueSource(strings = {"cyton&channel=1&abdominal=2", "arduino&unit=kPa&rate=250&deep=2"})
    void aSampleAllocatesNothing(String options) {
        var ports = new PortsDouble(clock);
        ports.fault = null;
        var wire = options.startsWith("cyton") ? new Endless(cyton(), false) : new Endless(lines(), true);
        ports.device = () -> wire;
        var sensor = SensorDrivers.open(DeviceUri.parse("serial:/dev/x?protocol=" + options), ports, clock);
        SampleSink sink = new SampleSink() {
            @Override
            public void sample(long number, long atNanos, double[] values, int[] flaws) {
                sum++;
            }

            @Override
            public void gap(Gap gap) {
                throw new AssertionError(gap);
            }
        };
        for (int i = 0; i < 20_000; i++) {
            sensor.read(sink);
        }
        long samples = sum;
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 100_000; i++) {
            sensor.read(sink);
        }
        long bytes = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(sum - samples).isEqualTo(100_000);
        assertThat(sensor.state()).isEqualTo(SensorState.OK);
        assertThat(bytes).as("bytes for 100,000 samples").isLessThan(10_000);
    }
}
