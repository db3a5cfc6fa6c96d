package org.pelvi4j.app.clinic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pelvi4j.exercise.ExerciseResult;
import org.pelvi4j.exercise.SegmentMetrics;

/** The figures of an assessment by five segments, named as in DOMAIN 1.3. Immutable. */
public final class Glazer {
    private Glazer() {}

    /**
     * Reads them out of a result.
     *
     * @param result of a programme with segments
     * @return by segment, then by metric, in the order of the report; levels in microvolt or pascal, NaN where not known
     */
    public static Map<String, Map<String, Double>> figures(ExerciseResult result) {
        var all = new LinkedHashMap<String, Map<String, Double>>();
        for (SegmentMetrics segment : result.measures().segments()) {
            var figures = new LinkedHashMap<String, Double>();
            boolean rest = !segment.work();
            figures.put("mean", segment.mean());
            figures.put("variability", segment.variabilityPercent());
            figures.put("deviation", segment.blockDeviation());
            if (!rest) {
                figures.put("peak", segment.peak());
                figures.put("onset", segment.onset().clinicalSeconds());
                figures.put("onset-research", segment.onset().researchSeconds());
                figures.put("onsets-out", (double) segment.onsetsOut());
                figures.put("release", segment.release().clinicalSeconds());
                figures.put("release-research", segment.release().researchSeconds());
                figures.put("releases-out", (double) segment.releasesOut());
            }
            if (segment.segment().equals("flick")) {
                figures.put("before-peak", segment.beforePeakSeconds());
                figures.put("after-peak", segment.afterPeakSeconds());
            } else if (!rest) {
                figures.put("sag", segment.sag());
                figures.put("sag-percent", segment.sagPercent());
            }
            figures.put("median-frequency", segment.medianHz());
            if (segment.segment().equals("endurance")) {
                figures.put("median-frequency-slope", segment.medianSlope());
                figures.put("median-frequency-slope-percent", segment.medianSlopePercent());
            }
            figures.put("reps", (double) segment.reps());
            all.put(segment.segment(), figures);
        }
        return all;
    }

    /**
     * Tells which metrics are levels, in the sensor's unit.
     *
     * @return their names
     */
    public static List<String> levels() {
        return new ArrayList<>(List.of("mean", "deviation", "peak", "sag"));
    }
}
