package org.pelvi4j.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** One row of the table: what several cases give together. */
final class Row {
    private static final List<String> COLUMNS = List.of(
            "n", "P", "R", "F1", "FA/min", "on_med", "on_p95", "off_med", "off_p95", "lat_med", "lat_p95", "flicks",
            "IoU");

    private Row() {}

    static String header() {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%-30s", "group"));
        COLUMNS.forEach(column -> text.append(String.format(Locale.ROOT, "%9s", column)));
        return text.toString();
    }

    /** The figures in the order of the header; times in milliseconds. */
    static double[] of(List<Score> scores) {
        double hits = total(scores, s -> s.hits);
        double misses = total(scores, s -> s.misses);
        double wrong = total(scores, s -> s.wrong);
        double precision = hits / Math.max(1, hits + wrong);
        double recall = hits / Math.max(1, hits + misses);
        double flicks = total(scores, s -> s.flicksTrue);
        double miscounted = total(scores, s -> Math.abs(s.flicksFound - s.flicksTrue));
        return new double[] {
            hits + misses,
            precision,
            recall,
            2 * precision * recall / Math.max(1e-9, precision + recall),
            total(scores, s -> s.alarms) / Math.max(1e-9, total(scores, s -> s.restMinutes)),
            percentile(scores, s -> s.onsetErrors, 50, true),
            percentile(scores, s -> s.onsetErrors, 95, true),
            percentile(scores, s -> s.offsetErrors, 50, true),
            percentile(scores, s -> s.offsetErrors, 95, true),
            percentile(scores, s -> s.latencies, 50, false),
            percentile(scores, s -> s.latencies, 95, false),
            flicks > 0 ? miscounted / flicks : Double.NaN,
            total(scores, s -> s.both) / Math.max(1, total(scores, s -> s.either))
        };
    }

    static String text(String name, double[] figures) {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%-30s", name));
        for (double figure : figures) {
            text.append(String.format(Locale.ROOT, Math.abs(figure) < 10 ? "%9.3f" : "%9.0f", figure));
        }
        return text.toString();
    }

    private static double total(List<Score> scores, Function<Score, Number> of) {
        return scores.stream().mapToDouble(s -> of.apply(s).doubleValue()).sum();
    }

    private static double percentile(
            List<Score> scores, Function<Score, List<Double>> of, double percent, boolean absolute) {
        double[] sorted = scores.stream()
                .flatMap(s -> of.apply(s).stream())
                .mapToDouble(d -> absolute ? Math.abs(d) : d)
                .sorted()
                .toArray();
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double place = percent / 100 * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(sorted.length - 1, below + 1);
        return 1000 * (sorted[below] + (place - below) * (sorted[above] - sorted[below]));
    }
}
