package org.pelvi4j.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.pelvi4j.bus.BusException.Kind;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.bus.IioDevice;
import org.pelvi4j.bus.Ports;
import org.pelvi4j.sensor.Gap;
import org.pelvi4j.sensor.SampleSink;
import org.pelvi4j.sensor.Sensor;
import org.pelvi4j.sensor.table.SensorDrivers;
import org.pelvi4j.time.SystemClock;

/**
 * The converters of {@link PiWires} that set the pace: an ADS1292R whose DRDY falls on a GPIO line, and an HX711 that Linux's
 * own driver reads. Not a test of this machine.
 */
final class PiConverters {
    private static final Path SPI = Path.of("/sys/module/spi_loop/parameters");
    private static final Path HX711 = Path.of("/sys/module/hx711_sim/parameters");
    private static final double MICROVOLTS_PER_CODE = 2.42e6 / 6 / 0x7FFFFF;
    /** At 3.3 V and a gain of 128. */
    private static final double CODES_PER_MILLIVOLT = 650_753;

    private static final long PATIENCE_NANOS = 20_000_000_000L;

    private final Ports ports;

    PiConverters(Ports ports) {
        this.ports = ports;
    }

    /** What came of a sensor. */
    private static final class Heard implements SampleSink {
        private final List<Long> numbers = new ArrayList<>();
        private final List<Double> values = new ArrayList<>();
        private long lost;
        private long lastNanos = Long.MIN_VALUE;

        @Override
        public void sample(long number, long atNanos, double[] told, int[] flaws) {
            PiWires.check(atNanos > lastNanos, "each sample is later than the one before");
            lastNanos = atNanos;
            numbers.add(number);
            values.add(told[0]);
        }

        @Override
        public void gap(Gap gap) {
            lost += gap.count();
        }
    }

    private Heard listen(String uri, int samples) {
        var heard = new Heard();
        long start = System.nanoTime();
        try (Sensor sensor = SensorDrivers.open(DeviceUri.parse(uri), ports, new SystemClock())) {
            while (heard.values.size() < samples) {
                PiWires.check(System.nanoTime() - start < PATIENCE_NANOS, heard.values.size() + ", " + sensor.state());
                sensor.read(heard);
            }
        }
        return heard;
    }

    /**
     * The chip tells the number of each conversion: from one sample to the next it goes on as the sample's own number does,
     * what was not read in time included. An emulated machine may come so late that its kernel takes two falls for one.
     */
    String dataReady() throws Exception {
        PiWires.put(SPI.resolve("mode"), "2");
        PiWires.put(SPI.resolve("microvolts"), "0");
        try {
            Heard heard = listen("spi:0.0?chip=ads1292r&ready=25&rate=250&gain=6", 500);
            int agree = 0;
            for (int i = 1; i < heard.values.size(); i++) {
                long conversions = Math.round((heard.values.get(i) - heard.values.get(i - 1)) / MICROVOLTS_PER_CODE);
                agree += conversions == heard.numbers.get(i) - heard.numbers.get(i - 1) ? 1 : 0;
            }
            PiWires.check(agree >= 400, agree + " of 499 steps of samples are as many conversions");
            return agree + " of 499 steps are as many conversions, " + heard.lost + " known to be lost";
        } finally {
            PiWires.put(SPI.resolve("mode"), "0");
            PiWires.put(SPI.resolve("microvolts"), "3");
        }
    }

    /** What the kernel's driver fetched is told again with each read of the same open file; a dead chip is told. */
    String kernelConverter() throws Exception {
        PiWires.put(HX711.resolve("dead"), "0");
        try (IioDevice chip = ports.openIio("hx711", "voltage0")) {
            long[] told = new long[4];
            int[] codes = {0, -1_234_567, 8_388_607, 100_000};
            for (int i = 0; i < codes.length; i++) {
                PiWires.put(HX711.resolve("code"), String.valueOf(codes[i]));
                told[i] = chip.raw();
                PiWires.check(told[i] == codes[i] + (1 << 23), codes[i] + " is told as " + told[i]);
            }
            PiWires.put(HX711.resolve("dead"), "1");
            PiWires.refused(Kind.NO_ANSWER, () -> String.valueOf(chip.raw()));
            PiWires.put(HX711.resolve("dead"), "0");
            double scale = chip.millivoltsPerStep();
            PiWires.check(Math.abs(scale * CODES_PER_MILLIVOLT - 1) < 1e-3, "a step is " + scale + " mV");
            return Arrays.toString(told) + ", " + scale + " mV a step";
        } finally {
            PiWires.put(HX711.resolve("dead"), "0");
        }
    }

    /** A bridge of 75 mV for 40 kPa at 5 V gives 49.5 at 3.3 V, of which 2.5 are 2.02 kPa. */
    String kernelSensor() throws Exception {
        PiWires.put(HX711.resolve("code"), String.valueOf(Math.round(2.5 * CODES_PER_MILLIVOLT)));
        Heard heard = listen("iio:hx711?rate=10&supply=3.3", 20);
        double last = heard.values.get(19);
        PiWires.check(Math.abs(last - 2020.2) < 1, "2020 Pa are " + last);
        return last + " Pa";
    }
}
