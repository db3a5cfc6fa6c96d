package org.pelvi4j.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pelvi4j.sensor.WaterColumn.Refusal;

/** Two points of a probe, and what is left of its range. */
class WaterColumnTest {
    private static final double CMH2O = 98.0665;
    private static final double RATE = 10;
    /** A bridge on an HX711 that ends 10.4 kPa from the middle. */
    private static final Channel BRIDGE = new Channel(Role.PFM, Signal.PRESSURE, -10_400, 10_400, 0.001);

    private final SplittableRandom random = new SplittableRandom(20);
    private final WaterColumn column = WaterColumn.of(new SensorInfo("bridge", RATE, List.of(BRIDGE)), 0);

    private void hold(double seconds, double told, double noise, int flaws) {
        for (int i = 0; i < seconds * RATE; i++) {
            column.sample(told + noise * random.nextGaussian(), flaws);
        }
    }

    private WaterColumn.Result result() {
        return column.result(Instant.EPOCH, "balloon 3");
    }

    @Test
    void airAndTwentyCentimetresMakeZeroAndScale() {
        hold(4.5, 1066, 8, 0);
        assertThat(column.isEnough()).isTrue();
        column.column(20);
        hold(4.5, 1066 + 20 * CMH2O / 1.25, 8, 0);
        var result = result();
        ProbeCalibration found = Objects.requireNonNull(result.calibration());
        assertThat(found.pascal(1066)).isCloseTo(0, within(5.0));
        assertThat(found.factor()).isCloseTo(1.25, within(0.01));
        assertThat(found.noisePascal()).isCloseTo(10, within(3.0));
        assertThat(Objects.requireNonNull(result.headroom()).upPascal())
                .isCloseTo(1.25 * (10_400 - 1066), within(60.0));
        assertThat(result.text())
                .isEqualTo("zero 10.9 cmH2O, scale 1.252, range -146 to +119 cmH2O around zero in air");
    }

    @ParameterizedTest
    @CsvSource({
        "2, 0, 4.5, 1961, 0, TOO_SHORT",
        "4.5, 0, 4.5, 1961, 1, SATURATED",
        "4.5, 0, 4.5, 1961, 2, BAD_SAMPLES",
        "4.5, 0, 4.5, 40, 0, NO_RISE",
        "4.5, 0, 4.5, -1961, 0, FELL",
        "4.5, 0, 4.5, 6000, 0, WRONG_SCALE",
        "4.5, 0, 4.5, 700, 0, WRONG_SCALE",
    })
    void whatCannotBeACalibrationIsRefused(
            double first, double air, double second, double water, int flaws, Refusal why) {
        hold(first, air, 5, 0);
        column.column(20);
        hold(second, water, 5, flaws);
        assertThat(result().refusal()).isEqualTo(why);
        assertThat(result().calibration()).isNull();
        assertThat(result().text()).isNotEmpty();
    }

    @Test
    void aLeakIsNotSteady() {
        hold(4.5, 0, 5, 0);
        column.column(20);
        for (int i = 0; i < 45; i++) {
            column.sample(1961 - 10 * i, 0);
        }
        assertThat(result().refusal()).isEqualTo(Refusal.NOT_STEADY);
    }

    @Test
    void aColumnIsFiveToTwoHundredCentimetres() {
        assertThatThrownBy(() -> column.column(4)).hasMessage("height: expected 5.0 to 200.0 cm but was 4.0");
        assertThatThrownBy(() -> column.column(Double.NaN)).hasMessageContaining("NaN");
    }

    /** The trap of DOMAIN 3.12: 19.5 mV are 7.8 to 15.6 kPa, and the bridge's own offset takes a part of them. */
    @ParameterizedTest
    @CsvSource({"100, 0, 7.8", "50, 0, 15.6", "75, 10, 5.07", "75, 25, -2.93"})
    void aBridgeOnAnHx710bIsRefusedForAnalUse(double spanMillivolts, double offsetMillivolts, double kilopascal) {
        double perMillivolt = 40_000 / spanMillivolts;
        var channel = new Channel(Role.PFM, Signal.PRESSURE, -19.53125 * perMillivolt, 19.53125 * perMillivolt, 0.001);
        var probe = new ProbeCalibration(offsetMillivolts * perMillivolt, 1, 0, Instant.EPOCH, "");
        var headroom = Headroom.of(channel, probe);
        assertThat(headroom.upPascal() / 1000).isCloseTo(kilopascal, within(0.05));
        assertThat(headroom.refusalForAnalUse().orElseThrow())
                .contains("above zero and an anal probe needs 45 kPa: use a sensor of 50 kPa or more");
        assertThat(headroom.adviceForVaginalUse()).isPresent();
    }

    @Test
    void aSensorOfFiftyKilopascalsServesBoth() {
        var headroom = new Headroom(47_000, 1000);
        assertThat(headroom.refusalForAnalUse()).isEmpty();
        assertThat(headroom.adviceForVaginalUse()).isEmpty();
        assertThat(new Headroom(12_000, 0).adviceForVaginalUse())
                .contains("This sensor ends 12.0 kPa above zero: coughs will be cut off");
    }

    @Test
    void aCalibratedSensorTellsTruePascals() {
        var told = new double[] {1066 + 1569};
        var sensor = CalibratedSensor.of(
                new Sensor() {
                    @Override
                    public SensorInfo info() {
                        return new SensorInfo("bridge", RATE, List.of(BRIDGE));
                    }

                    @Override
                    public boolean read(SampleSink out) {
                        out.sample(7, 70, told, new int[] {1});
                        return true;
                    }

                    @Override
                    public SensorState state() {
                        return SensorState.OK;
                    }

                    @Override
                    public void close() {}
                },
                List.of(new ProbeCalibration(1066, 1.25, 0, Instant.EPOCH, "")));
        assertThat(sensor.info().channels().get(0).maximum()).isCloseTo(1.25 * 9334, within(1e-6));
        var samples = new ChipBench();
        sensor.read(samples.sink);
        assertThat(samples.samples).containsExactly(new ChipBench.Taken(7, 70, 1.25 * 1569, 1));
        assertThat(told[0]).isEqualTo(2635);
    }
}
