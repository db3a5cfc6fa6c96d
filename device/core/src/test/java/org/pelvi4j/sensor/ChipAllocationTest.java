package org.pelvi4j.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pelvi4j.bus.ByteLink;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.bus.EdgeSink;
import org.pelvi4j.bus.I2cDevice;
import org.pelvi4j.bus.IioDevice;
import org.pelvi4j.bus.InputPin;
import org.pelvi4j.bus.InputSetup;
import org.pelvi4j.bus.OutputPin;
import org.pelvi4j.bus.Ports;
import org.pelvi4j.bus.SpiAddress;
import org.pelvi4j.bus.SpiDevice;
import org.pelvi4j.sensor.table.SensorDrivers;
import org.pelvi4j.time.VirtualClock;

/** The hot path of a chip allocates nothing. */
class ChipAllocationTest {
    private final VirtualClock clock = VirtualClock.startingAt(Instant.EPOCH);
    private long sum;

    /** Every chip's answers, as far as a driver looks at them, with a value that moves. */
    private final class Quick implements Ports, I2cDevice, SpiDevice, InputPin, OutputPin, IioDevice {
        private final byte[] config = new byte[2];
        private final byte[] registers = new byte[12];
        private int pointer;
        private int beat;
        private int pulses;
        private long edges;

        @Override
        public void write(byte[] bytes) {
            pointer = bytes[0];
            if (bytes.length == 3 && pointer == 1) {
                config[0] = (byte) (bytes[1] & 0x7F);
                config[1] = bytes[2];
            }
        }

        @Override
        public void read(byte[] into) {
            beat++;
            into[0] = into.length == 2 && pointer == 1 ? config[0] : into.length == 2 ? (byte) 0x20 : 0x40;
            if (into.length == 2) {
                into[1] = pointer == 1 ? config[1] : (byte) beat;
            } else if (into.length > 2) {
                into[1] = 0x50;
                into[2] = (byte) (beat >> 8);
                into[3] = (byte) beat;
            } else if (pointer == 0x30) {
                into[0] = 0x02;
            }
        }

        @Override
        public void transfer(byte[] out, byte[] in) {
            beat++;
            if ((out[0] & 0xE0) == 0x40) {
                registers[out[0] & 0x1F] = out[2];
            } else if ((out[0] & 0xE0) == 0x20) {
                in[2] = (out[0] & 0x1F) == 0 ? 0x73 : registers[out[0] & 0x1F];
            } else if (in.length == 9) {
                in[0] = (byte) 0xC0;
                in[5] = (byte) beat;
            } else if (in.length == 3) {
                in[1] = 0x10;
                in[2] = (byte) (beat << 2);
            }
        }

        @Override
        public boolean isHigh() {
            return pulses >= 24 || (pulses > 4 && (beat >> pulses & 1) != 0);
        }

        @Override
        public int awaitEdges(long timeoutNanos, EdgeSink out) {
            pulses = 0;
            if (timeoutNanos == 0) {
                return 0;
            }
            clock.advance(1_000_000);
            out.edge(clock.nowNanos(), ++edges, false);
            return 1;
        }

        @Override
        public void set(boolean high) {
            pulses += high ? 1 : 0;
        }

        @Override
        public long raw() {
            clock.advance(12_500_000);
            return 8_388_608L + beat++ % 1000;
        }

        @Override
        public double millivoltsPerStep() {
            return 5000.0 / 128 / (1 << 24);
        }

        @Override
        public I2cDevice openI2c(int bus, int address) {
            return this;
        }

        @Override
        public SpiDevice openSpi(SpiAddress address, int hertz, int mode) {
            return this;
        }

        @Override
        public InputPin openInput(int line, InputSetup setup) {
            return this;
        }

        @Override
        public OutputPin openOutput(int line) {
            return this;
        }

        @Override
        public IioDevice openIio(String name, String channel) {
            return this;
        }

        @Override
        public ByteLink openSerial(String path, int baud) {
            throw new AssertionError("no serial port");
        }

        @Override
        public void pause(long nanos) {
            clock.advance(nanos);
        }

        @Override
        public void close() {}
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "i2c:1/0x48?chip=ads1115&sensor=mpx5010",
                "i2c:1/0x28?chip=abp&range=5psi",
                "i2c:1/0x28?chip=abp2&range=350mbar",
                "i2c:1/0x18?chip=mpr&kind=gauge",
                "i2c:1/0x6d?chip=xgzp&range=40kPa",
                "spi:0.0?chip=mcp3208&sensor=oymotion",
                "spi:0.0?chip=ads1292r&ready=25",
                "iio:hx711?rate=80"
            })
    void aSampleAllocatesNothing(String uri) {
        var sensor = SensorDrivers.open(DeviceUri.parse(uri), new Quick(), clock);
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
        for (int i = 0; i < 50_000; i++) {
            sensor.read(sink);
        }
        long bytes = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(sum - samples).isGreaterThan(20_000);
        assertThat(bytes).as("bytes for 50,000 reads").isLessThan(10_000);
    }
}
