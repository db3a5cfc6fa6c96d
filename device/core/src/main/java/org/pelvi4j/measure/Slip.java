package org.pelvi4j.measure;

import org.pelvi4j.calibration.Calibration;

/**
 * Whether contractions reach much less from one on than just before, and go on so: a probe that has slipped feels less of
 * every contraction, at once, where a tiring muscle goes down by and by. Source: DOMAIN 2.6, 0.53 to 0.6. Confined to one
 * thread.
 */
final class Slip {
    private static final int BEFORE = 3;
    private static final int SINCE = 2;
    /** They reach less than this share of the mean before. Source: sweep 0.65 to 0.8 over people. */
    private static final double SHARE = 0.75;
    /** What was before was steady: none was lower than this share of another. Source: sweep 0.6 to 0.85 over people. */
    private static final double ALIKE = 0.8;
    /** Much shorter or longer ones are not compared: a flick after a hold, or a hold that a slip has cut. */
    private static final double SHORT = 0.5;
    /** And the difference lies outside what rest does by itself. Source: DOMAIN 1.14. */
    private static final double NOISES = 3;

    private final double[] peaks = new double[BEFORE + SINCE];
    private double noise;
    private double seconds;
    private long sinceNanos;
    private long newestNanos;
    private int count;
    private boolean told;

    /** The scale that peaks are on from now on; what was before cannot be compared. */
    void scale(Calibration scale) {
        noise = scale.noise() / (scale.reference() - scale.rest());
        count = 0;
    }

    /** Takes a contraction's peak; tells, once, whether the probe may have slipped. */
    boolean next(double peak, long onsetNanos, double lastedSeconds) {
        if (count > 0 && lastedSeconds < SHORT * seconds) {
            return false;
        }
        count = SHORT * lastedSeconds > seconds ? 1 : count + 1;
        seconds = lastedSeconds;
        System.arraycopy(peaks, 1, peaks, 0, peaks.length - 1);
        peaks[peaks.length - 1] = peak;
        sinceNanos = newestNanos;
        newestNanos = onsetNanos;
        boolean now = !told && count >= peaks.length && dropped();
        told |= now;
        return now;
    }

    private boolean dropped() {
        double least = peaks[0];
        double most = peaks[0];
        double sum = 0;
        for (int i = 0; i < BEFORE; i++) {
            least = Math.min(least, peaks[i]);
            most = Math.max(most, peaks[i]);
            sum += peaks[i];
        }
        double mean = sum / BEFORE;
        double now = Math.max(peaks[BEFORE], peaks[BEFORE + 1]);
        return least >= ALIKE * most && now < SHARE * mean && mean - now > NOISES * noise;
    }

    /** When the first of the lower ones began. */
    long fromNanos() {
        return sinceNanos;
    }
}
