package org.pelvi4j.calibration;

import org.pelvi4j.signal.Conditioned;

/** Takes the effort, once per sample and once per tick while there is none. */
public interface EffortSink {
    /**
     * One instant.
     *
     * @param effort 0 at this person's rest, 1 at this person's own maximum; NaN while the scale or the signal is
     *     unknown
     * @param signal what it was made from; reused, so read it before returning
     */
    void effort(double effort, Conditioned signal);
}
