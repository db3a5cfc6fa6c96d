package org.pelvi4j.bench;

import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.pelvi4j.sensor.Signal;
import org.pelvi4j.sim.Conversion;
import org.pelvi4j.sim.Scenario;
import org.pelvi4j.sim.Source;
import org.pelvi4j.sim.Truth;
import org.pelvi4j.sim.person.Profile;

/**
 * The accuracy benchmark on simulated people: {@code People FIRST LAST} lets people of every profile practise holds and
 * flicks by heart, with the seeds of a range, and prints a table per signal, profile and strength.
 */
public final class People {
    private static final double[] EMG_RATES = {1000, 500, 2000, 250};
    private static final double[] PRESSURE_RATES = {100, 50, 20};

    /** Whose electrode is off: nothing can be found, so it counts in its own row only. */
    private static final String NOBODY = "no-contact";
    /** Whose squeeze is hardly there. */
    private static final String FLICKER = "flicker";

    private People() {}

    /** A programme, how long it lasts with a little more, and what its contractions are. */
    private record Practice(String programme, String name, double seconds, String kind) {}

    private static final List<Practice> PRACTICES =
            List.of(new Practice("lift-3min", "holds", 193, "hold"), new Practice("flicks", "flicks", 163, "flick"));

    /**
     * Runs it.
     *
     * @param arguments the first and the last seed
     */
    public static void main(String[] arguments) {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("FIRST LAST: expected two seeds but was " + arguments.length);
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Map<String, List<Score>> groups = new TreeMap<>();
        for (int seed = Integer.parseInt(arguments[0]); seed <= Integer.parseInt(arguments[1]); seed++) {
            for (Profile profile : Profile.all()) {
                for (Signal signal : List.of(Signal.EMG, Signal.PRESSURE)) {
                    practise(groups, profile, signal, seed);
                }
            }
        }
        out.println(Row.header());
        groups.forEach((name, scores) -> {
            out.println(Row.text(name, Row.of(scores)));
            out.println(Accuracy.interval(scores));
        });
    }

    private static void practise(Map<String, List<Score>> groups, Profile profile, Signal signal, int seed) {
        double[] rates = signal == Signal.EMG ? EMG_RATES : PRESSURE_RATES;
        double rate = rates[seed % rates.length];
        for (Practice practice : PRACTICES) {
            double seconds = practice.seconds();
            Source source = scenario(profile, practice, seed).source(signal, rate, Conversion.LOW_PASS);
            float[] samples = new float[(int) (seconds * rate)];
            double[] values = new double[1];
            for (int i = 0; i < samples.length && source.next(values); i++) {
                samples[i] = (float) values[0];
            }
            List<Truth.Contraction> contractions = truths(source);
            List<org.pelvi4j.bench.Truth> labels = contractions.stream()
                    .map(c -> new org.pelvi4j.bench.Truth(
                            practice.kind(), c.onsetNanos() / 1e9, c.offsetNanos() / 1e9, 0))
                    .toList();
            Score score = new Score(labels, Listener.hear(signal, rate, samples, 1), seconds);
            String name = signal.name().toLowerCase(Locale.ROOT);
            put(groups, name + " " + profile.id(), score);
            if (profile.id().equals(NOBODY)) {
                continue;
            }
            put(groups, name + " all", score);
            put(groups, name + " " + practice.name(), score);
            if (!profile.id().equals(FLICKER)) {
                put(groups, name + " " + practice.name() + ", flicker profile left out", score);
            }
            if (signal == Signal.EMG && snr(samples, rate, labels) < 6) {
                put(groups, name + " below 6 dB", score);
            }
        }
    }

    private static List<Truth.Contraction> truths(Source source) {
        Truth truth = source.truth();
        return truth == null ? List.of() : truth.contractions();
    }

    private static void put(Map<String, List<Score>> groups, String name, Score score) {
        groups.computeIfAbsent(name, key -> new ArrayList<>()).add(score);
    }

    /** A person who knows the programme by heart. */
    private static Scenario scenario(Profile profile, Practice practice, int seed) {
        String yaml = "id: bench\ntitle: bench\nperson: " + profile.id() + "\nseed: " + seed
                + "\nsensor: emg\nrate: 1000 Hz\nprogramme: " + practice.programme() + "\n";
        return Scenario.read("bench", new StringReader(yaml));
    }

    /** What contraction adds to the power of rest, in decibels, by the slopes, which leave drift and heart out. */
    private static double snr(float[] samples, double rate, List<org.pelvi4j.bench.Truth> labels) {
        double[] sums = new double[2];
        int[] counts = new int[2];
        for (int i = 1; i < samples.length; i++) {
            double t = i / rate;
            int on = labels.stream().anyMatch(l -> t > l.onset() && t < l.offset()) ? 1 : 0;
            double step = samples[i] - samples[i - 1];
            sums[on] += step * step;
            counts[on]++;
        }
        double ratio = sums[1] / Math.max(1, counts[1]) / (sums[0] / Math.max(1, counts[0]));
        return 10 * Math.log10(Math.max(1e-3, ratio - 1));
    }
}
