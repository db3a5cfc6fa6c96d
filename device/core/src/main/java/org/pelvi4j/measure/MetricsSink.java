package org.pelvi4j.measure;

/** Takes the metrics of a contraction, once its edges are placed. */
public interface MetricsSink {
    /**
     * A contraction was measured.
     *
     * @param metrics how it was
     */
    void metrics(ContractionMetrics metrics);
}
