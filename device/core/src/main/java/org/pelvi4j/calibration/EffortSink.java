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

    /**
     * The scale is known, or has changed. It is told before the first effort on it.
     *
     * @param scale rest and reference from now on
     * @param fixed false while it is still being learned: levels on it are shown and not judged; true when it stays for
     *     the set
     */
    void scale(Calibration scale, boolean fixed);
}
