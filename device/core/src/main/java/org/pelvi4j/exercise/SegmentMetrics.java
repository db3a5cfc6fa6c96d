package org.pelvi4j.exercise;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.pelvi4j.measure.ContractionMetrics;
import org.pelvi4j.measure.Reach;
import org.pelvi4j.measure.WindowMetrics;

/**
 * One segment of an assessment, over its repetitions; NaN where there is too little to tell. Levels as in
 * {@link WindowMetrics}. Source: DOMAIN 1.3. Immutable.
 *
 * @param segment its name, such as {@code tonic}
 * @param work whether contractions were asked for
 * @param reps how many repetitions were measured
 * @param mean mean of the repetitions' means
 * @param deviation mean of their standard deviations
 * @param blockDeviation mean of their deviations inside 1 s blocks
 * @param peak mean of their peaks
 * @param onset mean time to contract, trials of more than 2 s left out
 * @param release mean time to let go, likewise
 * @param onsetsOut trials left out of the mean onset, by the rule of clinical units
 * @param releasesOut trials left out of the mean release, likewise
 * @param beforePeakSeconds mean time from the contractions' onset to their peak
 * @param afterPeakSeconds mean time from there until they had let go
 * @param sag mean slope, per second
 * @param sagPercent the same, percent per second of where it began
 * @param medianHz mean median frequency
 * @param medianSlope mean slope of it, hertz per second
 * @param medianSlopePercent the same, percent per second of where it began
 */
public record SegmentMetrics(
        String segment,
        boolean work,
        int reps,
        double mean,
        double deviation,
        double blockDeviation,
        double peak,
        Reach onset,
        Reach release,
        int onsetsOut,
        int releasesOut,
        double beforePeakSeconds,
        double afterPeakSeconds,
        double sag,
        double sagPercent,
        double medianHz,
        double medianSlope,
        double medianSlopePercent) {
    /**
     * The variability: 100 times standard deviation over mean.
     *
     * @return percent
     */
    public double variabilityPercent() {
        return 100 * deviation / mean;
    }

    /** The segments of an exercise, in order; none where its blocks have no names. */
    static List<SegmentMetrics> of(Programme programme, List<RepResult> reps) {
        Map<String, List<RepMeasures>> named = new LinkedHashMap<>();
        Map<String, Boolean> working = new LinkedHashMap<>();
        for (Step step : programme.steps()) {
            String segment = step.block().segment();
            if (!segment.isEmpty() && step.lastOfRep()) {
                working.put(segment, !step.block().work().isZero());
                reps.stream()
                        .filter(rep -> rep.rep() == step.rep())
                        .forEach(rep -> named.computeIfAbsent(segment, s -> new ArrayList<>())
                                .add(rep.measures()));
            }
        }
        return named.entrySet().stream()
                .map(e -> of(e.getKey(), Boolean.TRUE.equals(working.get(e.getKey())), e.getValue()))
                .toList();
    }

    private static SegmentMetrics of(String segment, boolean work, List<RepMeasures> reps) {
        List<WindowMetrics> windows = reps.stream()
                .map(rep -> work ? rep.work() : rep.rest())
                .filter(window -> window.seconds() > 0)
                .toList();
        List<ContractionMetrics> contractions = reps.stream()
                .flatMap(rep -> java.util.stream.Stream.ofNullable(rep.contraction()))
                .toList();
        return new SegmentMetrics(
                segment,
                work,
                windows.size(),
                mean(windows, WindowMetrics::mean),
                mean(windows, WindowMetrics::deviation),
                mean(windows, WindowMetrics::blockDeviation),
                mean(windows, WindowMetrics::peak),
                new Reach(
                        validMean(reps, rep -> rep.onset().clinicalSeconds()),
                        validMean(reps, rep -> rep.onset().researchSeconds())),
                new Reach(
                        validMean(reps, rep -> rep.release().clinicalSeconds()),
                        validMean(reps, rep -> rep.release().researchSeconds())),
                out(reps, rep -> rep.onset().clinicalSeconds()),
                out(reps, rep -> rep.release().clinicalSeconds()),
                mean(contractions, ContractionMetrics::peakSeconds),
                mean(contractions, ContractionMetrics::afterPeakSeconds),
                mean(windows, WindowMetrics::sag),
                mean(windows, WindowMetrics::sagPercent),
                mean(windows, WindowMetrics::medianHz),
                mean(windows, WindowMetrics::medianSlope),
                mean(windows, WindowMetrics::medianSlopePercent));
    }

    private static <T> double mean(List<T> all, ToDoubleFunction<T> of) {
        return all.stream()
                .mapToDouble(of)
                .filter(x -> !Double.isNaN(x))
                .average()
                .orElse(Double.NaN);
    }

    private static double validMean(List<RepMeasures> reps, ToDoubleFunction<RepMeasures> of) {
        return reps.stream().mapToDouble(of).filter(Reach::valid).average().orElse(Double.NaN);
    }

    private static int out(List<RepMeasures> reps, ToDoubleFunction<RepMeasures> of) {
        return (int) reps.stream()
                .mapToDouble(of)
                .filter(x -> x > 0 && !Reach.valid(x))
                .count();
    }
}
