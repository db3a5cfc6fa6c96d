package org.pelvi4j.sensor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.ByteLink;
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

/** A bench for one chip: wires in virtual time that answer as a test says, and a log of all that was sent. */
public final class ChipBench implements Ports {
    public final VirtualClock clock = VirtualClock.startingAt(Instant.EPOCH);

    /** What happened, such as {@code w 01 42 E3} and {@code r 2}. */
    public final List<String> log = new ArrayList<>();

    /** What is read next, by the bytes that were written last. */
    public Answer answer = (written, count) -> {
        throw new AssertionError("no answer to " + written);
    };

    /** Called before each transfer. */
    public Fault fault = transfer -> {};

    /** So often the line of a chip falls that tells when data is ready. */
    public long fallsEveryNanos;

    /** Lines, where a test has its own. */
    public @Nullable InputPin input;

    public @Nullable OutputPin output;

    /** What the kernel tells of its converter. */
    public long raw;

    public double millivoltsPerStep;

    public int opens;
    private int transfers;
    private boolean open;
    private String written = "";

    public ChipBench() {}

    public interface Answer {
        String to(String written, int count) throws BusException;
    }

    public interface Fault {
        void before(int transfer) throws BusException;
    }

    /** A sample as it was handed on. */
    public record Taken(long number, long atNanos, double value, int flaws) {}

    public final List<Taken> samples = new ArrayList<>();
    public final List<Gap> gaps = new ArrayList<>();

    public final SampleSink sink = new SampleSink() {
        @Override
        public void sample(long number, long atNanos, double[] values, int[] flaws) {
            samples.add(new Taken(number, atNanos, values[0], flaws[0]));
        }

        @Override
        public void gap(Gap gap) {
            gaps.add(gap);
        }
    };

    public static byte[] hex(String text) {
        return HexFormat.ofDelimiter(" ").parseHex(text);
    }

    public static String text(byte[] bytes) {
        return HexFormat.ofDelimiter(" ").withUpperCase().formatHex(bytes);
    }

    public Sensor sensor(String uri) {
        return SensorDrivers.open(org.pelvi4j.bus.DeviceUri.parse(uri), this, clock);
    }

    /** Reads until so much time has passed. */
    public void run(Sensor sensor, double seconds) {
        long until = clock.nowNanos() + (long) (seconds * 1e9);
        while (clock.nowNanos() < until) {
            sensor.read(sink);
        }
    }

    /** The value of the first sample. */
    public double first(Sensor sensor) {
        while (samples.isEmpty()) {
            sensor.read(sink);
        }
        return samples.get(0).value();
    }

    private void transfer(String what) throws BusException {
        if (!open) {
            throw new AssertionError(what + " on a closed wire");
        }
        log.add(what);
        fault.before(++transfers);
    }

    private void take() {
        if (open) {
            throw new AssertionError("opened twice");
        }
        open = true;
        opens++;
    }

    @Override
    public I2cDevice openI2c(int bus, int address) {
        take();
        return new I2cDevice() {
            @Override
            public void write(byte[] bytes) throws BusException {
                written = text(bytes);
                transfer("w " + written);
            }

            @Override
            public void read(byte[] into) throws BusException {
                transfer("r " + into.length);
                byte[] bytes = hex(answer.to(written, into.length));
                if (bytes.length != into.length) {
                    throw new BusException(BusException.Kind.NO_ANSWER, "short read");
                }
                System.arraycopy(bytes, 0, into, 0, into.length);
            }

            @Override
            public void close() {
                open = false;
            }
        };
    }

    @Override
    public SpiDevice openSpi(SpiAddress address, int hertz, int mode) {
        take();
        log.add("spi " + hertz + " mode " + mode);
        return new SpiDevice() {
            @Override
            public void transfer(byte[] out, byte[] in) throws BusException {
                ChipBench.this.transfer("x " + text(out));
                byte[] bytes = hex(answer.to(text(out), in.length));
                System.arraycopy(
                        bytes,
                        0,
                        in,
                        0,
                        Arrays.stream(new int[] {in.length, bytes.length}).min().orElse(0));
            }

            @Override
            public void close() {
                open = false;
            }
        };
    }

    @Override
    public void pause(long nanos) {
        if (nanos < 0 || nanos > 100_000_000) {
            throw new AssertionError("nanos: expected at most 100 ms but was " + nanos);
        }
        clock.advance(nanos);
    }

    @Override
    public ByteLink openSerial(String path, int baud) {
        throw new AssertionError("no serial port");
    }

    @Override
    public OutputPin openOutput(int line) {
        return Objects.requireNonNull(output, "no output");
    }

    @Override
    public InputPin openInput(int line, InputSetup setup) {
        log.add("in " + line + " " + setup.edges());
        return input == null ? new Falls() : input;
    }

    /** A line that falls at its own beat. */
    private final class Falls implements InputPin {
        private final long fromNanos = clock.nowNanos();
        private long count;

        @Override
        public boolean isHigh() {
            throw new AssertionError("its level tells nothing");
        }

        @Override
        public int awaitEdges(long timeoutNanos, EdgeSink out) {
            long next = fromNanos + (count + 1) * fallsEveryNanos;
            if (next - clock.nowNanos() > timeoutNanos) {
                clock.advance(timeoutNanos);
                return 0;
            }
            clock.advance(Math.max(0, next - clock.nowNanos()));
            out.edge(next, ++count, false);
            return 1;
        }

        @Override
        public void close() {}
    }

    @Override
    public IioDevice openIio(String name, String channel) {
        log.add("iio " + name + " " + channel);
        return new IioDevice() {
            @Override
            public long raw() {
                clock.advance(100_000_000);
                return raw;
            }

            @Override
            public double millivoltsPerStep() {
                return millivoltsPerStep;
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public void close() {}
}
