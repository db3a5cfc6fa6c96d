package org.pelvi4j.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.display.Display;
import org.pelvi4j.display.Words;
import org.pelvi4j.display.table.Displays;
import org.pelvi4j.frame.ArduinoLines;
import org.pelvi4j.frame.FrameSink;
import org.pelvi4j.sensor.Gap;
import org.pelvi4j.sensor.SampleSink;
import org.pelvi4j.sensor.Sensor;
import org.pelvi4j.sensor.Signal;
import org.pelvi4j.sensor.table.SensorDrivers;
import org.pelvi4j.sim.port.VirtualPorts;
import org.pelvi4j.time.VirtualClock;

/** The three builds of {@code device/pi4j/README.md} and the package's example, as their reader copies them. */
class BuildsTest {
    private static final Path BUILDS = Path.of("../device/pi4j/README.md");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private List<Map<String, String>> configs() throws IOException {
        var texts = new ArrayList<>(List.of(Files.readString(Path.of("src/deb/config.yaml"))));
        var blocks = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(BUILDS));
        while (blocks.find()) {
            texts.add(blocks.group(1));
        }
        var configs = new ArrayList<Map<String, String>>();
        for (String text : texts) {
            configs.add(Defaults.read(Files.writeString(folder.resolve("config.yaml"), text)));
        }
        return configs;
    }

    @Test
    void everyConfigurationNamesWhatTheProgramKnows() throws IOException {
        assertThat(configs()).hasSize(4);
        var clock = VirtualClock.startingAt(Instant.EPOCH);
        for (Map<String, String> config : configs()) {
            DeviceUri uri = DeviceUri.parse(Objects.requireNonNull(config.get("sensor")));
            Sensor sensor = SensorDrivers.open(uri, VirtualPorts.empty(clock), clock);
            assertThat(sensor.info().rateHz()).isPositive();
            sensor.close();
            assertThat(Programmes.named(Objects.requireNonNull(config.get("programme")))
                            .id())
                    .isEqualTo("beginner");
            if (config.containsKey("display")) {
                DeviceUri display = DeviceUri.parse("sim+" + config.get("display"));
                try (Display opened =
                        Displays.open(display, VirtualPorts.of(display, clock), Words.in(java.util.Locale.ENGLISH))) {
                    assertThat(opened.refreshHz()).isPositive();
                }
            }
        }
    }

    /** Whoever has one of these parts copies its line: it opens, on its virtual chip it measures, and no chip is forgotten. */
    @Test
    void everyPartOfTheTableMeasures() throws IOException {
        var uris = Pattern.compile("`((?:i2c|spi|gpio|iio):[^`]+)`").matcher(Files.readString(BUILDS));
        var parts = new TreeSet<String>();
        while (uris.find()) {
            DeviceUri uri = DeviceUri.parse("sim+" + uris.group(1));
            measures(uri);
            parts.add(uri.option("chip").orElse(uri.address()));
        }
        assertThat(parts).contains("abp", "mpr", "xgzp", "ads1115", "mcp3208", "hx711", "ads1292r");
    }

    /** The three builds with somebody simulated in their probes: the sensor's line with {@code sim+} before it. */
    @Test
    void everyBuildMeasuresSomebodySimulated() throws IOException {
        for (Map<String, String> config : configs()) {
            DeviceUri uri = DeviceUri.parse(Objects.requireNonNull(config.get("sensor")));
            boolean serial = uri.scheme().equals("serial");
            measures(new DeviceUri(true, uri.scheme(), serial ? "lift3-healthy" : uri.address(), uri.options()));
        }
    }

    /** Good samples, as bodies make them: no pressure of more than 60 cmH2O from somebody at rest, no EMG of a millivolt. */
    private static void measures(DeviceUri uri) {
        var clock = VirtualClock.startingAt(Instant.EPOCH);
        VirtualPorts ports = VirtualPorts.of(uri, clock);
        var good = new ArrayList<Double>();
        try (Sensor sensor = SensorDrivers.open(VirtualPorts.forDriver(uri), ports, clock)) {
            SampleSink sink = new SampleSink() {
                @Override
                public void sample(long number, long atNanos, double[] values, int[] flaws) {
                    if (flaws[0] == 0) {
                        good.add(values[0]);
                    }
                }

                @Override
                public void gap(Gap gap) {}
            };
            boolean more = true;
            while (more && clock.nowNanos() < 5_000_000_000L) {
                more = sensor.read(sink);
            }
            boolean pressure = sensor.info().channels().get(0).signal() == Signal.PRESSURE;
            assertThat(good)
                    .as(uri.toString())
                    .hasSizeGreaterThan(8)
                    .allMatch(value -> Math.abs(value) < (pressure ? 6000 : 1000));
            assertThat(Collections.max(good) - Collections.min(good)).isPositive();
        }
    }

    /** What {@code Serial.println(x, 2)} sends is what the decoder reads. */
    @Test
    void theSketchSendsWhatTheDecoderReads() throws IOException {
        assertThat(Files.readString(BUILDS)).contains("Serial.begin(115200)").contains("Serial.println(");
        var values = new ArrayList<Double>();
        byte[] sent = "banner\r\n4.98\r\n5.02\r\n-0.10\r\n47.31\r\n".getBytes(StandardCharsets.US_ASCII);
        new ArduinoLines().decode(sent, sent.length, new FrameSink() {
            @Override
            public void frame(int counter, double[] fields, int saturated) {
                values.add(fields[0]);
            }

            @Override
            public void text(String line) {}
        });
        assertThat(values).containsExactly(4.98, 5.02, -0.1, 47.31);
    }
}
