package org.pelvi4j.filter;

import uk.me.berndporr.iirj.Biquad;

/**
 * Two poles and two zeros of a filter, direct form II, bit for bit as iirj would run them: its cascade takes a quarter
 * longer in a session and twice as long alone, and the filters are a sixth of all that a sample costs. Confined to one thread.
 */
final class Section {
    private final double a1;
    private final double a2;
    private final double b0;
    private final double b1;
    private final double b2;
    private double last;
    private double before;

    Section(Biquad design) {
        a1 = design.getA1();
        a2 = design.getA2();
        b0 = design.getB0();
        b1 = design.getB1();
        b2 = design.getB2();
    }

    double next(double value) {
        double now = value - a1 * last - a2 * before;
        double out = b0 * now + b1 * last + b2 * before;
        before = last;
        last = now;
        return out;
    }

    void reset() {
        last = 0;
        before = 0;
    }
}
