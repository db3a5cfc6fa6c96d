package org.pelvi4j.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.pelvi4j.sensor.Signal;
import org.pelvi4j.signal.Conditioned;
import org.pelvi4j.signal.Quality;

class EffortStageTest implements EffortSink {
    private final List<Calibration> scales = new ArrayList<>();
    private final Conditioned now = new Conditioned();
    private final Random random = new Random(1);
    private boolean fixed;
    private double effort = Double.NaN;
    private long number;

    @Override
    public void effort(double newest, Conditioned signal) {
        effort = newest;
    }

    @Override
    public void scale(Calibration scale, boolean isFixed) {
        scales.add(scale);
        fixed = isFixed;
    }

    private void play(EffortStage stage, double seconds, double level) {
        for (int i = 0; i < seconds * 100; i++) {
            double value = level * (1 + 0.05 * random.nextGaussian());
            stage.signal(now.at(number, number * 10_000_000).set(0, value, Quality.GOOD));
            number++;
        }
    }

    /** One sample in thirty is missing, as on a wire that loses bytes. */
    private void playLossy(EffortStage stage, double seconds, double level) {
        for (int i = 0; i < seconds * 100; i++) {
            boolean lost = number % 30 == 0;
            double value = level * (1 + 0.05 * random.nextGaussian());
            stage.signal(now.at(number, number * 10_000_000).set(0, value, lost ? Quality.MISSING : Quality.GOOD));
            number++;
        }
    }

    @Test
    void restIsNotTakenFromTheFirstContractionWhereFramesAreLost() {
        EffortStage learning = EffortStage.learning(Signal.EMG, 100, 10, this);
        playLossy(learning, 10, 4);
        playLossy(learning, 4, 20);
        assertThat(scales.get(0).rest()).isCloseTo(4, within(0.2));
        scales.clear();
        Calibration known = new Calibration(Signal.EMG, 4, 0.3, 24, Calibration.How.MAXIMAL, Instant.EPOCH, "");
        EffortStage rested = EffortStage.rested(known, 100, 10, this);
        playLossy(rested, 10, 6);
        playLossy(rested, 4, 20);
        assertThat(scales.get(1).rest()).isCloseTo(6, within(0.2));
    }

    /** Holes of half a second between pieces of 0.7 s: no piece of rest is as long as the contraction that follows. */
    @Test
    void aPreparationIsOverWithItsTimeHoweverMuchOfItIsLost() {
        EffortStage learning = EffortStage.learning(Signal.EMG, 100, 10, this);
        for (int piece = 0; piece < 8; piece++) {
            play(learning, 0.7, 4);
            number += 50;
        }
        play(learning, 1, 4);
        play(learning, 4, 20);
        assertThat(scales.get(0).rest()).isCloseTo(4, within(0.2));
    }

    @Test
    void aKnownScaleIsToldOnceAndStays() {
        Calibration known = new Calibration(Signal.EMG, 4, 0.3, 24, Calibration.How.MAXIMAL, Instant.EPOCH, "");
        EffortStage stage = EffortStage.of(known, this);
        stage.signal(now.at(0, 0).set(0, 14, Quality.GOOD));
        assertThat(effort).isEqualTo(0.5);
        stage.signal(now.at(1, 1).set(0, 14, Quality.SATURATED));
        assertThat(effort).isNaN();
        assertThat(scales).containsExactly(known);
        assertThat(fixed).isTrue();
    }

    @Test
    void aSessionHasItsOwnRestAndKeepsTheReference() {
        Calibration known = new Calibration(Signal.EMG, 4, 0.3, 24, Calibration.How.MAXIMAL, Instant.EPOCH, "");
        EffortStage stage = EffortStage.rested(known, 100, 10, this);
        play(stage, 9.9, 6);
        assertThat(scales).containsExactly(known);
        play(stage, 1, 6);
        assertThat(scales).hasSize(2);
        assertThat(scales.get(1).rest()).isCloseTo(6, within(0.1));
        assertThat(scales.get(1).reference()).as("an EMG's reference").isEqualTo(24);
        assertThat(fixed).isTrue();
        play(stage, 10, 15);
        assertThat(scales).as("from then on it stays").hasSize(2);
    }

    @Test
    void aPressuresReferenceMovesWithItsRestAndRestAboveItIsNone() {
        Calibration known = new Calibration(Signal.PRESSURE, 20, 1, 60, Calibration.How.MAXIMAL, Instant.EPOCH, "");
        assertThat(known.restedAt(25, 1).reference()).isEqualTo(65);
        Calibration emg = new Calibration(Signal.EMG, 4, 0.3, 24, Calibration.How.MAXIMAL, Instant.EPOCH, "");
        assertThat(emg.restedAt(25, 1)).isEqualTo(emg);
    }

    /** Noise of 12 units more at rest, beside an envelope of 100: sqrt(100^2 + 12^2) is hardly more than 100. */
    @Test
    void anEnvelopesReferenceIsAnAmplitudeAndStaysAsAnEmgsDoes() {
        Calibration known = new Calibration(Signal.ENVELOPE, 5, 1, 100, Calibration.How.MAXIMAL, Instant.EPOCH, "");
        assertThat(known.restedAt(13, 1).reference()).isEqualTo(100);
        assertThat(known.restedAt(13, 1).rest()).isEqualTo(13);
    }

    @Test
    void restIsTheQuietestOfThePreparationAndTwoContractionsTeachTheRest() {
        EffortStage stage = EffortStage.learning(Signal.EMG, 100, 10, this);
        play(stage, 4, 8);
        play(stage, 5.9, 4);
        assertThat(effort).isNaN();
        play(stage, 1, 4);
        assertThat(scales).hasSize(1);
        assertThat(scales.get(0).rest()).isCloseTo(4, within(0.1));
        assertThat(fixed).isFalse();
        play(stage, 5, 20);
        play(stage, 5, 4);
        play(stage, 5, 24);
        assertThat(fixed).isFalse();
        play(stage, 5, 4);
        assertThat(fixed).isTrue();
        Calibration learned = scales.get(scales.size() - 1);
        assertThat(learned.reference()).isCloseTo(22, within(1.0));
        assertThat(learned.how()).isEqualTo(Calibration.How.LEARNED);
        int told = scales.size();
        play(stage, 5, 40);
        play(stage, 5, 4);
        assertThat(scales).hasSize(told);
    }

    @Test
    void aKnockTeachesNothing() {
        EffortStage stage = EffortStage.learning(Signal.EMG, 100, 6, this);
        play(stage, 7, 4);
        play(stage, 0.3, 60);
        play(stage, 3, 4);
        play(stage, 0.3, 60);
        play(stage, 3, 4);
        assertThat(fixed).isFalse();
    }
}
