package org.pelvi4j.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pelvi4j.app.report.Texts;
import org.pelvi4j.app.store.Store;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.calibration.Calibration;
import org.pelvi4j.sensor.Gap;
import org.pelvi4j.sensor.SampleSink;
import org.pelvi4j.sensor.Sensor;
import org.pelvi4j.sensor.Signal;
import org.pelvi4j.sensor.WaterColumn;

/** A probe at its two points, air and water, as an installer measures it; and what comes of it. */
class WaterBathTest {
    private static final double CMH2O = 98.0665;
    /** A part that tells four fifths of each pascal, and 1.1 kPa at none. */
    private static final String PART = "sim+i2c:1/0x48?chip=ads1115&sensor=mpx5050&part=0.8,1.1";

    private static final String BRIDGE = "sim+gpio:5,6?chip=hx710b&part=1.2,1.0";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private int run(String... words) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        var all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--data", data().toString()));
        return Main.run(new PrintWriter(out), new PrintWriter(err, true), all.toArray(String[]::new));
    }

    /** Whatever the width of the lines. */
    private String said() {
        return out.toString().replace('\n', ' ');
    }

    private Path data() {
        return folder.resolve("data");
    }

    private int bath(String sensor, String answers) throws IOException {
        Path file = Files.writeString(folder.resolve("answers"), answers);
        return run(
                "calibrate",
                "probe",
                "--probe",
                "balloon 3",
                "--sensor",
                sensor,
                "--speed",
                "max",
                "--answers",
                file.toString());
    }

    private Store store() throws IOException {
        return Store.open(data(), Instant.now());
    }

    /** The mean of two seconds in pascal, as a practice would see it. */
    private double seen(String sensor, List<String> told) throws IOException {
        try (Store store = store();
                var equipment = new Equipment()) {
            Sensor opened = equipment.sensor(DeviceUri.parse(sensor), Double.POSITIVE_INFINITY);
            var visit = Visit.of(store, new Whose(), own -> own, equipment.clock());
            var sum = new double[2];
            try (Sensor corrected = visit.corrected(opened, told::add)) {
                while (sum[1] < 2 * corrected.info().rateHz()) {
                    boolean unused = corrected.read(new SampleSink() {
                        @Override
                        public void sample(long number, long atNanos, double[] values, int[] flaws) {
                            sum[0] += values[0];
                            sum[1]++;
                        }

                        @Override
                        public void gap(Gap gap) {}
                    });
                }
            }
            return sum[0] / sum[1];
        }
    }

    @Test
    void whatAPracticeSeesIsCorrectedByAirAndWater() throws IOException {
        assertThat(bath(PART + "&water=20,5", "\n1\n20\n\n")).isZero();
        assertThat(said())
                .contains(
                        "1. Lay the probe in air",
                        "2. Hang the probe in the water",
                        "Please a number from 5 to 200",
                        "Zero 11.2 cmH2O, scale 1.250, noise 0.0",
                        "It can tell from -39 to 623 cmH2O (61.1 kPa) around zero.",
                        "Kept with the probe 'balloon 3' of me.");
        var told = new ArrayList<String>();
        assertThat(seen(PART + "&water=30,0", told)).isCloseTo(30 * CMH2O, within(5.0));
        assertThat(told).isEmpty();

        assertThat(run("calibrate", "--show")).isZero();
        assertThat(said()).contains("water column  zero 11.2 cmH2O  scale 1.250  probe 'balloon 3'  on MPX5050");
    }

    @Test
    void anotherSensorOrProbeIsNotCorrectedByItAndThatIsTold() throws IOException {
        assertThat(bath(PART + "&water=20,5", "\n20\n\n")).isZero();
        var told = new ArrayList<String>();
        String other = "sim+i2c:1/0x48?chip=ads1115&sensor=mpx5010";
        assertThat(seen(other + "&water=30,0", told)).isCloseTo(30 * CMH2O, within(5.0));
        assertThat(told).hasSize(1).first().asString().contains("measured with MPX5050", "nothing is corrected by it");

        assertThat(run("profiles", "set", "probe=balloon 4")).isZero();
        assertThat(seen(PART + "&water=30,0", told)).isCloseTo(0.8 * 30 * CMH2O + 1100, within(5.0));
        assertThat(told).hasSize(2);
    }

    @Test
    void levelsFromBeforeTheColumnAreNotUsedAnyMore() throws IOException {
        assertThat(run("profiles", "add", "me")).isZero();
        try (Store store = store()) {
            var old = new Calibration(
                    Signal.PRESSURE,
                    2000,
                    20,
                    6000,
                    Calibration.How.MAXIMAL,
                    Instant.now().minusSeconds(60),
                    "balloon 3");
            store.calibrations().add(1, old, "");
        }
        assertThat(levels()).isNotNull();
        assertThat(bath(PART + "&water=20,5", "\n20\n\n")).isZero();
        assertThat(levels()).isNull();
        assertThat(said()).contains("Calibrations of me from before are not used any more.");
    }

    private @org.jspecify.annotations.Nullable Calibration levels() throws IOException {
        try (Store store = store();
                var equipment = new Equipment()) {
            Sensor opened = equipment.sensor(DeviceUri.parse(PART), Double.POSITIVE_INFINITY);
            var visit = Visit.of(store, new Whose(), own -> own, equipment.clock());
            try (Sensor corrected = visit.corrected(opened, told -> {})) {
                return visit.calibration(corrected.info());
            }
        }
    }

    @Test
    void aBridgeOnAnHx710bIsRefusedForAnalUse() throws IOException {
        assertThat(bath(BRIDGE + "&water=20,4.4", "\n20\n\n")).isZero();
        assertThat(said())
                .contains(
                        "(7.0 kPa) around zero",
                        "strong squeezes and coughs will be cut off",
                        "a probe for this site needs 45 kPa");

        assertThat(run("profiles", "set", "site=anal")).isZero();
        for (String command : List.of("practice", "calibrate", "assess glazer")) {
            var words = new ArrayList<>(List.of(command.split(" ")));
            words.addAll(List.of("--sensor", BRIDGE, "--speed", "max", "--lines"));
            assertThat(run(words.toArray(String[]::new))).isEqualTo(1);
            assertThat(err.toString())
                    .startsWith("pelvi4j: This sensor ends 7.0 kPa above zero")
                    .hasLineCount(1);
        }
        assertThat(bath(BRIDGE + "&water=20,4.4", "\n20\nq\n")).isEqualTo(1);
        assertThat(said())
                .contains("a probe for this site needs 45 kPa", "That cannot be kept")
                .doesNotContain("Kept");
    }

    @Test
    void whatIsRefusedOrLeftChangesNothing() throws IOException {
        assertThat(bath(PART + "&water=20,60", "\n20\nq\n")).isEqualTo(1);
        assertThat(said()).contains("No rise: the probe did not hang in the water", "Left: nothing is changed.");
        assertThat(bath(PART + "&water=20,5", "\nq\n")).isEqualTo(1);
        assertThat(bath(PART + "&water=20,5", "\n20\nq\n")).isEqualTo(1);
        assertThat(run("calibrate", "--show")).isZero();
        assertThat(said()).doesNotContain("water column");
        assertThat(bath("sim+i2c:1/0x48?chip=ads1115&sensor=myoware", "")).isEqualTo(2);
        assertThat(err.toString()).contains("--sensor: expected a pressure, for water presses");
    }

    @Test
    void whatIsWrongIsToldInThePersonsLanguage() throws IOException {
        assertThat(run("profiles", "add", "Ada", "--language", "de")).isZero();
        assertThat(bath(BRIDGE + "&water=20,4.4", "\n20\nq\n")).isEqualTo(1);
        assertThat(said())
                .contains(
                        "Dieser Sensor endet 7.0 kPa über Null: starkes Anspannen und Husten werden abgeschnitten.",
                        "eine Sonde für diesen Ort braucht 45 kPa");
        assertThat(bath(PART + "&water=20,60", "\n20\nq\n")).isEqualTo(1);
        assertThat(said()).contains("Kein Anstieg: die Sonde hing nicht im Wasser");
        for (var refusal : WaterColumn.Refusal.values()) {
            for (String language : List.of("en", "de")) {
                String key = "probe.refused." + refusal;
                assertThat(Texts.in(language).text(key)).isNotEqualTo(key);
            }
        }
    }
}
