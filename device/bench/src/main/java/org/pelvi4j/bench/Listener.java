package org.pelvi4j.bench;

import java.io.IOException;
import java.util.ArrayList;
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
        Listener listener = new Listener();
        boolean emg = labelled.signal() == Signal.EMG;
        double unit = scale * (emg ? 1 : CMH2O);
        double rate = labelled.rateHz();
        Channel channel = new Channel(Role.PFM, labelled.signal(), -1e9, 1e9, 1e-6);
        Detector detector = Detector.of(labelled.signal(), rate, null, listener);
        SignalStage stage = SignalStage.of(channel, rate, EffortStage.learning(labelled.signal(), rate, 10, detector));
        float[] samples = labelled.samples();
        for (int i = 0; i < samples.length; i++) {
            stage.sample(i, Math.round(i * 1e9 / rate), unit * samples[i], 0);
        }
        detector.finish(Math.round(samples.length * 1e9 / rate));
        return listener.found;
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
