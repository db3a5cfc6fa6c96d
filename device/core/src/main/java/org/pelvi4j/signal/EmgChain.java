package org.pelvi4j.signal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.filter.Filter;
import org.pelvi4j.filter.MovingMean;

/**
 * Surface EMG: drift and mains out, then the strength as an RMS. What comes out as filtered is the working band of 20 to
 * 450 Hz; the RMS is taken above 40 Hz, where the heart and motion hardly reach. Source: DOMAIN 1.10. Confined to one
 * thread.
 */
final class EmgChain implements Chain {
    /** Lower edge of the working band. Source: DOMAIN 1.10. */
    private static final double LOW_HZ = 20;
    /** Lower edge for the strength. Source: detection notes, "high-pass near 40 Hz". */
    private static final double STRENGTH_LOW_HZ = 40;
    /** Upper edge of the working band. Source: DOMAIN 1.10. */
    private static final double HIGH_HZ = 450;
    /** Lines of both mains frequencies with their odd harmonics. Source: DOMAIN 2.7. */
    private static final double[] LINES_HZ = {50, 60, 150, 180, 250, 300};
    /** Mains drifts by 0.05 Hz, its fifth harmonic by 0.25; wider takes muscle away. Source: DOMAIN 2.7. */
    private static final double LINE_WIDTH_HZ = 3;
    /** A line above this share of the rate is beyond what the converter can show. */
    private static final double USABLE = 0.45;
    /** Window of the strength for the eye. Source: DOMAIN 1.10. */
    private static final double WINDOW_SECONDS = 0.25;
    /** Five time constants of a notch 3 Hz wide, 1 / (pi 3 Hz) each. */
    private static final double SETTLING_SECONDS = 0.5;

    private final Filter highPass;
    private final Limiter limiter;
    private final @Nullable Filter lowPass;
    private final Filter[] lines;
    private final Filter strengthBand;
    private final MovingMean power;
    private final Hum hum;
    private boolean off;
    private double first = Double.NaN;
    private double filtered;
    private double envelope;

    EmgChain(double rateHz) {
        highPass = Filter.highPass(4, rateHz, LOW_HZ);
        limiter = new Limiter(rateHz);
        List<Filter> filters = new ArrayList<>();
        for (double line : LINES_HZ) {
            double seen = Math.abs(line - rateHz * Math.rint(line / rateHz));
            if (seen > LOW_HZ && seen < USABLE * rateHz) {
                filters.add(Filter.notch(rateHz, seen, LINE_WIDTH_HZ));
            }
        }
        lowPass = HIGH_HZ < USABLE * rateHz ? Filter.lowPass(4, rateHz, HIGH_HZ) : null;
        lines = filters.toArray(Filter[]::new);
        strengthBand = Filter.highPass(2, rateHz, STRENGTH_LOW_HZ);
        power = MovingMean.over(rateHz, WINDOW_SECONDS);
        hum = new Hum(rateHz);
    }

    @Override
    public void next(double value) {
        if (Double.isNaN(first)) {
            first = value;
        }
        double before = limiter.next(highPass.next(value - first));
        if (lowPass != null) {
            before = lowPass.next(before);
        }
        double x = before;
        for (Filter filter : lines) {
            x = filter.next(x);
        }
        filtered = x;
        off = hum.off(before, x);
        double strength = strengthBand.next(x);
        envelope = Math.sqrt(Math.max(0, power.next(strength * strength)));
    }

    @Override
    public double filtered() {
        return filtered;
    }

    @Override
    public double envelope() {
        return envelope;
    }

    @Override
    public boolean off() {
        return off;
    }

    @Override
    public boolean hums() {
        return hum.strong();
    }

    @Override
    public void reset() {
        first = Double.NaN;
        highPass.reset();
        limiter.reset();
        if (lowPass != null) {
            lowPass.reset();
        }
        for (Filter filter : lines) {
            filter.reset();
        }
        strengthBand.reset();
        power.reset();
        hum.reset();
    }

    @Override
    public double settlingSeconds() {
        return SETTLING_SECONDS;
    }
}
