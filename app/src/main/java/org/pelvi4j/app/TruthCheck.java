package org.pelvi4j.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.pelvi4j.phase.Contraction;
import org.pelvi4j.session.Follower;
import org.pelvi4j.sim.Truth;

/** Compares what was detected with what a simulated person really did. Confined to one thread. */
final class TruthCheck implements Follower {
    private final List<Contraction> found = new ArrayList<>();

    @Override
    public void contraction(Contraction contraction) {
        found.add(contraction);
    }

    /** One line: how many true contractions were found, how many were invented, how far off the edges are. */
    String against(Truth truth) {
        List<Double> onset = new ArrayList<>();
        List<Double> offset = new ArrayList<>();
        var free = new ArrayList<>(found);
        for (Truth.Contraction real : truth.contractions()) {
            for (Contraction guess : free) {
                if (guess.onsetNanos() - real.offsetNanos() < 0 && real.onsetNanos() - guess.offsetNanos() < 0) {
                    onset.add(Math.abs(guess.onsetNanos() - real.onsetNanos()) / 1e6);
                    offset.add(Math.abs(guess.offsetNanos() - real.offsetNanos()) / 1e6);
                    free.remove(guess);
                    break;
                }
            }
        }
        return String.format(
                Locale.ROOT,
                "The detector found %d of %d true contractions and invented %d; onsets were off by %.0f ms, ends by %.0f ms"
                        + " (median).",
                onset.size(),
                truth.contractions().size(),
                free.size(),
                median(onset),
                median(offset));
    }

    private static double median(List<Double> values) {
        return values.isEmpty() ? Double.NaN : values.stream().sorted().toList().get(values.size() / 2);
    }
}
