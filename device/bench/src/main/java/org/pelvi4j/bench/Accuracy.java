package org.pelvi4j.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.pelvi4j.sensor.Signal;

/**
 * The accuracy benchmark: {@code Accuracy FOLDER [PLOTS]} streams every labelled case of a folder through the flow,
 * prints a table per group, tag and SNR with 95 % bootstrap intervals over cases, and draws the worst cases. A line
 * {@code events} at the end is a checksum of all that was found: the same on every machine.
 */
public final class Accuracy {
    private static final int DRAWS = 1000;
    private static final int PLOTS = 8;
    private static final double[] SNR_DECIBELS = {6, 10, 15};

    private Accuracy() {}

    private record Judged(LabelledCase labelled, List<Found> found, Score score) {}

    /**
     * Runs it.
     *
     * @param arguments the folder of the cases, and where plots go
     * @throws IOException when a file cannot be read or written
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 0) {
            throw new IllegalArgumentException("FOLDER: expected a folder of labelled cases but was nothing");
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        List<Judged> all = new ArrayList<>();
        long sum = 0;
        for (LabelledCase labelled : LabelledCase.folder(Path.of(arguments[0]))) {
            List<Found> found = Listener.hear(labelled, 1);
            all.add(new Judged(labelled, found, new Score(labelled.truths(), found, labelled.seconds())));
            sum = 31 * sum + found.hashCode();
        }
        out.println(Row.header());
        for (Map.Entry<String, List<Score>> group : groups(all).entrySet()) {
            out.println(Row.text(group.getKey(), Row.of(group.getValue())));
            out.println(interval(group.getValue()));
        }
        out.printf(Locale.ROOT, "events %016x%n", sum);
        if (arguments.length > 1) {
            draw(all, Path.of(arguments[1]));
        }
    }

    private static Map<String, List<Score>> groups(List<Judged> all) {
        Map<String, List<Score>> groups = new TreeMap<>();
        for (Judged one : all) {
            LabelledCase of = one.labelled();
            String signal = of.signal() == Signal.EMG ? "emg" : "pressure";
            String kind = of.id().substring(0, of.id().indexOf('_'));
            List<String> names =
                    new ArrayList<>(List.of(signal + " all", signal + " " + kind, signal + " tag " + of.tag()));
            if (!Double.isNaN(of.snr()) && of.signal() == Signal.EMG) {
                names.add("emg snr " + band(of.snr()));
            }
            names.forEach(
                    n -> groups.computeIfAbsent(n, key -> new ArrayList<>()).add(one.score()));
        }
        return groups;
    }

    private static String band(double snr) {
        if (snr < SNR_DECIBELS[0]) {
            return "<6";
        }
        if (snr < SNR_DECIBELS[1]) {
            return "6-10";
        }
        return snr < SNR_DECIBELS[2] ? "10-15" : ">15";
    }

    /** Half the width of each figure's 95 % interval, drawing cases with replacement. */
    static String interval(List<Score> scores) {
        Random random = new Random(scores.size());
        double[][] rows = new double[DRAWS][];
        for (int i = 0; i < DRAWS; i++) {
            List<Score> drawn = new ArrayList<>();
            for (int j = 0; j < scores.size(); j++) {
                drawn.add(scores.get(random.nextInt(scores.size())));
            }
            rows[i] = Row.of(drawn);
        }
        double[] half = new double[rows[0].length];
        for (int k = 0; k < half.length; k++) {
            int column = k;
            double[] sorted = Arrays.stream(rows)
                    .mapToDouble(r -> r[column])
                    .filter(v -> !Double.isNaN(v))
                    .sorted()
                    .toArray();
            half[k] = sorted.length == 0
                    ? Double.NaN
                    : (sorted[(int) (0.975 * (sorted.length - 1))] - sorted[(int) (0.025 * (sorted.length - 1))]) / 2;
        }
        return Row.text("  +-", half);
    }

    private static void draw(List<Judged> all, Path folder) throws IOException {
        Files.createDirectories(folder);
        List<Judged> worst = all.stream()
                .sorted(Comparator.comparingInt((Judged j) -> -j.score().misses - j.score().wrong))
                .limit(PLOTS)
                .toList();
        for (Judged one : worst) {
            Plot.draw(one.labelled(), one.found(), folder.resolve(one.labelled().id() + ".png"));
        }
    }
}
