package org.pelvi4j.filter;

import uk.me.berndporr.iirj.Butterworth;

/**
 * A Butterworth filter, one number in, one number out: designed by iirj behind checks, because there an unconfigured filter
 * passes the signal through, an order of 0 raises nothing and a NaN sticks. A number that is not finite comes out as NaN and
 * leaves the filter as it was. Allocates nothing after it was made. Confined to one thread.
 */
public final class Filter {
    private final Section[] sections;

    private Filter(Butterworth design) {
        sections = new Section[design.getNumBiquads()];
        for (int i = 0; i < sections.length; i++) {
            sections[i] = new Section(design.getBiquad(i));
        }
    }

    /**
     * Lets what is above the cut-off through.
     *
     * @param order 1 to 8
     * @param rateHz samples per second
     * @param cutoffHz where it passes half of the power, more than 0 and less than half the rate
     * @return the filter, at rest
     */
    public static Filter highPass(int order, double rateHz, double cutoffHz) {
        check(order, rateHz, "cutoffHz", cutoffHz);
        Butterworth design = new Butterworth();
        design.highPass(order, rateHz, cutoffHz);
        return new Filter(design);
    }

    /**
     * Lets what is below the cut-off through.
     *
     * @param order 1 to 8
     * @param rateHz samples per second
     * @param cutoffHz where it passes half of the power, more than 0 and less than half the rate
     * @return the filter, at rest
     */
    public static Filter lowPass(int order, double rateHz, double cutoffHz) {
        check(order, rateHz, "cutoffHz", cutoffHz);
        Butterworth design = new Butterworth();
        design.lowPass(order, rateHz, cutoffHz);
        return new Filter(design);
    }

    /**
     * Takes a narrow band out, such as a line of the mains; of order 1, so that it rings shortly.
     *
     * @param rateHz samples per second
     * @param centreHz the middle of the band
     * @param widthHz the width of the band at half of the power
     * @return the filter, at rest
     */
    public static Filter notch(double rateHz, double centreHz, double widthHz) {
        check(1, rateHz, "centreHz + widthHz / 2", centreHz + widthHz / 2);
        if (!(widthHz > 0) || !(centreHz - widthHz / 2 > 0)) {
            throw new IllegalArgumentException(
                    "widthHz: expected more than 0 and less than twice the centre " + centreHz + " but was " + widthHz);
        }
        Butterworth design = new Butterworth();
        design.bandStop(1, rateHz, centreHz, widthHz);
        return new Filter(design);
    }

    /**
     * Filters one number.
     *
     * @param value the newest
     * @return the newest of the filtered; NaN if and only if the value was not finite
     */
    public double next(double value) {
        if (!Double.isFinite(value)) {
            return Double.NaN;
        }
        double passed = value;
        for (Section section : sections) {
            passed = section.next(passed);
        }
        return passed;
    }

    /** Forgets everything it has seen. */
    public void reset() {
        for (Section section : sections) {
            section.reset();
        }
    }

    private static void check(int order, double rateHz, String name, double edgeHz) {
        if (order < 1 || order > 8) {
            throw new IllegalArgumentException("order: expected 1 to 8 but was " + order);
        }
        if (!(rateHz > 0) || Double.isInfinite(rateHz)) {
            throw new IllegalArgumentException("rateHz: expected a positive number but was " + rateHz);
        }
        if (!(edgeHz > 0 && edgeHz < rateHz / 2)) {
            throw new IllegalArgumentException(
                    name + ": expected between 0 and half the rate, " + rateHz / 2 + ", but was " + edgeHz);
        }
    }
}
