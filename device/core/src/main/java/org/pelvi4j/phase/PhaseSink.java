package org.pelvi4j.phase;

/** Takes what the detector decides, in the order of the decisions. */
public interface PhaseSink {
    /**
     * The phase changed.
     *
     * @param event to what, and when
     */
    void phase(PhaseEvent event);

    /**
     * A contraction is over and its edges are placed; it is told after the event that ended it.
     *
     * @param contraction which
     */
    void contraction(Contraction contraction);
}
