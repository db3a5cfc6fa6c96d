package org.pelvi4j.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * How one case went, by the rules of the labelled cases: overlap over union at least 0.2 and the onset within tolerance,
 * one to one, as many pairs as possible. Immutable.
 */
final class Score {
    /** What a pair is worth; any pair beats any error in seconds. */
    private static final double PAIR = 1000;

    final int hits;
    final int misses;
    final int wrong;
    final int alarms;
    final double restMinutes;
    final int flicksFound;
    final int flicksTrue;
    final int both;
    final int either;
    final List<Double> onsetErrors = new ArrayList<>();
    final List<Double> offsetErrors = new ArrayList<>();
    final List<Double> latencies = new ArrayList<>();
    final List<Found> wrongOnes = new ArrayList<>();
    final List<Truth> missed = new ArrayList<>();

    private final List<Truth> contractions;
    private final List<Truth> ignored;
    private final List<Found> found;

    Score(List<Truth> truths, List<Found> found, double seconds) {
        contractions = truths.stream().filter(t -> !t.ignored()).toList();
        ignored = truths.stream().filter(Truth::ignored).toList();
        this.found = found;
        boolean[] matched = match();
        hits = onsetErrors.size();
        misses = contractions.size() - hits;
        for (int j = 0; j < found.size(); j++) {
            if (!matched[j] && !ignorable(found.get(j))) {
                wrongOnes.add(found.get(j));
            }
        }
        wrong = wrongOnes.size();
        alarms = (int) wrongOnes.stream().filter(this::inRest).count();
        double busy = truths.stream().mapToDouble(Truth::seconds).sum();
        restMinutes = Math.max(1e-9, seconds - busy) / 60;
        int[] flicks = flicks();
        flicksFound = flicks[0];
        flicksTrue = flicks[1];
        int[] agreement = agreement(seconds);
        both = agreement[0];
        either = agreement[1];
    }

    private boolean[] match() {
        int size = Math.max(contractions.size(), found.size());
        double[][] costs = new double[size][size];
        for (int i = 0; i < contractions.size(); i++) {
            for (int j = 0; j < found.size(); j++) {
                costs[i][j] = cost(contractions.get(i), found.get(j));
            }
        }
        int[] columnOf = Assignment.cheapest(costs);
        boolean[] matched = new boolean[found.size()];
        for (int i = 0; i < contractions.size(); i++) {
            if (costs[i][columnOf[i]] < 0) {
                matched[columnOf[i]] = true;
                pair(contractions.get(i), found.get(columnOf[i]));
            } else {
                missed.add(contractions.get(i));
            }
        }
        return matched;
    }

    private static double cost(Truth truth, Found found) {
        double overlap = truth.overlap(found);
        double union = Math.max(truth.offset(), found.offset()) - Math.min(truth.onset(), found.onset());
        double error = Math.abs(found.onset() - truth.onset());
        boolean admissible = overlap > 0 && overlap / union >= 0.2 && error <= truth.tolerance();
        return admissible ? error + Math.abs(found.offset() - truth.offset()) - PAIR : 0;
    }

    private void pair(Truth truth, Found found) {
        onsetErrors.add(found.onset() - truth.onset());
        offsetErrors.add(found.offset() - truth.offset());
        latencies.add(found.onsetDecided() - truth.onset());
    }

    private boolean ignorable(Found found) {
        double half = 0.5 * Math.max(1e-9, found.offset() - found.onset());
        return ignored.stream()
                .anyMatch(t -> Math.min(found.offset(), t.offset() + 0.15) - Math.max(found.onset(), t.onset() - 0.15)
                        >= half);
    }

    private boolean inRest(Found found) {
        double overlap = contractions.stream()
                .mapToDouble(t -> Math.max(0, t.overlap(found)))
                .sum();
        return overlap < 0.5 * Math.max(1e-9, found.offset() - found.onset());
    }

    private int[] flicks() {
        List<Truth> flicks =
                contractions.stream().filter(t -> t.kind().equals("flick")).toList();
        if (flicks.size() < 3) {
            return new int[2];
        }
        double low = flicks.stream().mapToDouble(Truth::onset).min().orElseThrow() - 0.2;
        double high = flicks.stream().mapToDouble(Truth::offset).max().orElseThrow() + 0.2;
        List<Truth> others =
                contractions.stream().filter(t -> !t.kind().equals("flick")).toList();
        if (others.stream().anyMatch(t -> t.onset() > low && t.offset() < high)) {
            return new int[2];
        }
        long count = found.stream()
                .filter(d -> d.offset() > low && d.onset() < high)
                .filter(d -> others.stream().noneMatch(t -> t.overlap(d) > 0.5 * (d.offset() - d.onset())))
                .count();
        return new int[] {(int) count, flicks.size()};
    }

    private int[] agreement(double seconds) {
        int steps = (int) (seconds / 0.01) + 1;
        byte[] marks = new byte[steps];
        contractions.forEach(t -> mark(marks, t.onset(), t.offset(), 1));
        found.forEach(d -> mark(marks, d.onset(), d.offset(), 2));
        ignored.forEach(t -> mark(marks, t.onset(), t.offset(), 4));
        int[] counts = new int[2];
        for (byte mark : marks) {
            counts[0] += mark == 3 ? 1 : 0;
            counts[1] += mark > 0 && mark < 4 ? 1 : 0;
        }
        return counts;
    }

    private static void mark(byte[] marks, double from, double to, int bit) {
        int last = Math.min(marks.length, (int) (Math.max(0, to) / 0.01));
        for (int i = (int) (Math.max(0, from) / 0.01); i < last; i++) {
            marks[i] |= (byte) bit;
        }
    }
}
