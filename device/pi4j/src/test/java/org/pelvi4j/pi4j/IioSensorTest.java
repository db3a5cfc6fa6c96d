package org.pelvi4j.pi4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.ByteLink;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.bus.I2cDevice;
import org.pelvi4j.bus.IioDevice;
import org.pelvi4j.bus.InputPin;
import org.pelvi4j.bus.InputSetup;
import org.pelvi4j.bus.OutputPin;
import org.pelvi4j.bus.Ports;
import org.pelvi4j.bus.SpiAddress;
import org.pelvi4j.bus.SpiDevice;
import org.pelvi4j.sensor.Gap;
import org.pelvi4j.sensor.SampleSink;
import org.pelvi4j.sensor.Sensor;
import org.pelvi4j.sensor.SensorState;
import org.pelvi4j.sensor.table.SensorDrivers;
import org.pelvi4j.time.VirtualClock;

/** The sensor {@code iio:hx711} on a folder as the kernel makes one: C1 of RELIABILITY where the wire is a file. */
class IioSensorTest {
    private static final long PERIOD_NANOS = 100_000_000;
    private static final int MIDDLE = 1 << 23;
    /** 40 kPa for 75 mV, and the kernel's step. */
    private static final double PASCAL_PER_CODE = 40_000.0 / 75 * 5000 / 128 / (1 << 24);

    private final VirtualClock clock = VirtualClock.startingAt(Instant.EPOCH);
    private final List<Double> values = new ArrayList<>();

    private final SampleSink sink = new SampleSink() {
        @Override
        public void sample(long number, long atNanos, double[] row, int[] flaws) {
            values.add(row[0]);
        }

        @Override
        public void gap(Gap gap) {}
    };

    @TempDir
    Path folder;

    private Path raw;

    @BeforeEach
    void kernel() throws IOException {
        Path device = Files.createDirectories(folder.resolve("iio:device0"));
        Files.writeString(device.resolve("name"), "hx711\n");
        Files.writeString(device.resolve("in_voltage0_scale"), "0.000002328\n");
        raw = device.resolve("in_voltage0_raw");
    }

    private void read(Sensor sensor, int code) throws IOException {
        Files.writeString(raw, (MIDDLE + code) + "\n");
        clock.advance(PERIOD_NANOS);
        assertThat(sensor.read(sink)).isTrue();
    }

    @Test
    void theKernelsConversionsAreSamplesAndItsSilenceIsTold() throws IOException {
        try (Sensor sensor = SensorDrivers.open(DeviceUri.parse("iio:hx711"), new Kernels(), clock)) {
            for (int i = 1; i <= 20; i++) {
                read(sensor, i * 100_000);
            }
            assertThat(values).hasSizeGreaterThanOrEqualTo(19);
            assertThat(values.get(values.size() - 1)).isCloseTo(2_000_000 * PASCAL_PER_CODE, within(1.0));
            assertThat(sensor.state()).isEqualTo(SensorState.OK);

            Files.writeString(raw, "");
            int before = values.size();
            for (int i = 0; i < 15; i++) {
                clock.advance(PERIOD_NANOS);
                sensor.read(sink);
            }
            assertThat(values).hasSize(before);
            assertThat(sensor.state().kind()).isEqualTo(SensorState.Kind.ABSENT);
            for (int i = 0; i < 60; i++) {
                read(sensor, i);
            }
            assertThat(sensor.state()).isEqualTo(SensorState.OK);
        }
    }

    @Test
    void anotherGainThanTheKernelHasIsRefused() throws IOException {
        Files.writeString(raw, MIDDLE + "\n");
        try (Sensor sensor = SensorDrivers.open(DeviceUri.parse("iio:hx711?gain=64"), new Kernels(), clock)) {
            sensor.read(sink);
            assertThat(sensor.state().kind()).isEqualTo(SensorState.Kind.WRONG_DEVICE);
            assertThat(sensor.state().text()).contains("give the 'supply' and 'gain' that it has");
        }
    }

    /** The kernel's folder, and no other wire. */
    private final class Kernels implements Ports {
        @Override
        public IioDevice openIio(String name, String channel) throws BusException {
            return new IioFiles(folder).open(name, channel);
        }

        @Override
        public ByteLink openSerial(String path, int baud) {
            throw new IllegalStateException("no serial port is wanted");
        }

        @Override
        public I2cDevice openI2c(int bus, int address) {
            throw new IllegalStateException("no I2C is wanted");
        }

        @Override
        public SpiDevice openSpi(SpiAddress address, int hertz, int mode) {
            throw new IllegalStateException("no SPI is wanted");
        }

        @Override
        public OutputPin openOutput(int line) {
            throw new IllegalStateException("no output is wanted");
        }

        @Override
        public InputPin openInput(int line, InputSetup setup) {
            throw new IllegalStateException("no input is wanted");
        }

        @Override
        public void pause(long nanos) {
            clock.advance(nanos);
        }

        @Override
        public void close() {}
    }
}
