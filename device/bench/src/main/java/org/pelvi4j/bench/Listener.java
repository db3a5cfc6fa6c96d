package org.pelvi4j.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.pelvi4j.calibration.EffortStage;
import org.pelvi4j.phase.Contraction;
import org.pelvi4j.phase.Detector;
import org.pelvi4j.phase.PhaseEvent;
import org.pelvi4j.phase.PhaseSink;
import org.pelvi4j.sensor.Channel;
import org.pelvi4j.sensor.Role;
import org.pelvi4j.sensor.Signal;
import org.pelvi4j.signal.SignalStage;

/** Streams a labelled recording through the flow and keeps what the detector finds. */
final class Listener implements PhaseSink {
    /** Pascal in a centimetre of water. Source: DOMAIN 1.9. */
    private static final double CMH2O = 98.0665;

    final List<Found> found = new ArrayList<>();

    static List<Found> hear(LabelledCase labelled, double scale) throws IOException {
        double unit = labelled.signal() == Signal.EMG ? 1 : CMH2O;
        return hear(labelled.signal(), labelled.rateHz(), labelled.samples(), scale * unit);
    }

    /** What is found in samples that become microvolt or pascal when multiplied with a unit. */
    static List<Found> hear(Signal signal, double rateHz, float[] samples, double unit) {
        Listener listener = new Listener();
        Channel channel = new Channel(Role.PFM, signal, -1e9, 1e9, 1e-6);
        Detector detector = Detector.of(signal, rateHz, null, listener);
        SignalStage stage = SignalStage.of(channel, rateHz, EffortStage.learning(signal, rateHz, 10, detector));
        for (int i = 0; i < samples.length; i++) {
            stage.sample(i, Math.round(i * 1e9 / rateHz), unit * samples[i], 0);
        }
        detector.finish(Math.round(samples.length * 1e9 / rateHz));
        return listener.found;
    }

    /** The envelope of a whole case, in so many steps; a step without a sample has none. */
    static double[] levels(LabelledCase labelled, int steps) throws IOException {
        double[] levels = new double[steps];
        Arrays.fill(levels, Double.NaN);
        float[] samples = labelled.samples();
        double unit = labelled.signal() == Signal.EMG ? 1 : CMH2O;
        Channel channel = new Channel(Role.PFM, labelled.signal(), -1e9, 1e9, 1e-6);
        SignalStage stage = SignalStage.of(channel, labelled.rateHz(), now -> {
            int step = (int) (now.number() * steps / samples.length);
            levels[step] = now.quality().valid() ? Plot.level(labelled.signal(), now.envelope()) : Double.NaN;
        });
        for (int i = 0; i < samples.length; i++) {
            stage.sample(i, i, unit * samples[i], 0);
        }
        return levels;
    }

    @Override
    public void phase(PhaseEvent event) {
        // The contractions tell enough.
    }

    @Override
    public void contraction(Contraction c) {
        found.add(new Found(
                c.onsetNanos() / 1e9,
                c.offsetNanos() / 1e9,
                c.onsetDecidedNanos() / 1e9,
                c.offsetDecidedNanos() / 1e9));
    }
}
