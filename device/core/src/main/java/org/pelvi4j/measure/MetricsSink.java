package org.pelvi4j.measure;

/** Takes what was measured: contractions, and what the level tells beside them. */
public interface MetricsSink {
    /**
     * A contraction was measured, once its edges were placed.
     *
     * @param metrics how it was
     */
    void metrics(ContractionMetrics metrics);

    /**
     * Something beside contractions was seen.
     *
     * @param remark what
     */
    default void remark(Remark remark) {}
}
