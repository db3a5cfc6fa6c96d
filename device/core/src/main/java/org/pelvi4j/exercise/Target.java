package org.pelvi4j.exercise;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the effort of a contraction should be, as a share of the person's own maximum. Immutable.
 *
 * @param lowEffort the lower edge, 0 to 1; NaN when there is no target
 * @param highEffort the upper edge, to 1.2; NaN when it is open upward
 */
public record Target(double lowEffort, double highEffort) {
    /** No target: an assessment shows none. Source: DOMAIN 1.5. */
    public static final Target NONE = new Target(Double.NaN, Double.NaN);

    /** A single value at or above this gets the usual band; below it, a wider one. Source: DOMAIN 1.15, [FSENSE]. */
    private static final double WIDER_BELOW_PERCENT = 50;

    /** Half the width of a band round a single value, in points. Source: DOMAIN 1.15. */
    private static final double HALF_BAND_PERCENT = 10;

    /** Points of half width added per point below 50: 13 at 40, 15 at 30. Source: DOMAIN 1.15 names no figure; ours. */
    private static final double WIDENING = 0.25;

    /** No lower edge lies below this, or resting would do: the on threshold of pressure. Source: DOMAIN 1.14. */
    private static final double LEAST_PERCENT = 15;

    private static final double SCALE_END_PERCENT = 120;

    private static final Pattern RANGE = Pattern.compile("(\\d+)\\s*(?:-|to)\\s*(\\d+)\\s*%");
    private static final Pattern AT_LEAST = Pattern.compile("(?:>=|≥|from)\\s*(\\d+)\\s*%|(\\d+)\\s*%\\s*or more");
    private static final Pattern AT_MOST = Pattern.compile("(?:<=|≤|up to)\\s*(\\d+)\\s*%|(\\d+)\\s*%\\s*or less");
    private static final Pattern SINGLE = Pattern.compile("(\\d+)\\s*%");

    /** Checks the edges. */
    public Target {
        boolean none = Double.isNaN(lowEffort) && Double.isNaN(highEffort);
        if (!none && !(lowEffort > 0 && lowEffort <= 1)) {
            throw new IllegalArgumentException("lowEffort: expected more than 0, to 1, but was " + lowEffort);
        }
        if (!none && !(Double.isNaN(highEffort) || (highEffort > lowEffort && highEffort <= 1.2))) {
            throw new IllegalArgumentException(
                    "highEffort: expected more than " + lowEffort + ", to 1.2, but was " + highEffort);
        }
    }

    /**
     * Reads a target as people write it: {@code >= 40 %} or {@code 40 % or more}, {@code 50-80 %}, {@code <= 30 %},
     * {@code 60 %} for a band round it, {@code none}.
     *
     * @param text what was written
     * @return the target
     * @throws IllegalArgumentException naming what was expected
     */
    public static Target parse(String text) {
        String words = text.strip().toLowerCase(Locale.ROOT);
        if (words.equals("none")) {
            return NONE;
        }
        Matcher range = RANGE.matcher(words);
        if (range.matches()) {
            return percent(text, Double.parseDouble(range.group(1)), Double.parseDouble(range.group(2)));
        }
        Matcher least = AT_LEAST.matcher(words);
        if (least.matches()) {
            return percent(text, number(least), Double.NaN);
        }
        Matcher most = AT_MOST.matcher(words);
        if (most.matches()) {
            return percent(text, LEAST_PERCENT, number(most));
        }
        Matcher single = SINGLE.matcher(words);
        if (single.matches()) {
            return around(text, Double.parseDouble(single.group(1)));
        }
        throw wrong(text);
    }

    private static double number(Matcher either) {
        return Double.parseDouble(either.group(1) == null ? either.group(2) : either.group(1));
    }

    private static Target around(String text, double percent) {
        double half = HALF_BAND_PERCENT + Math.round(WIDENING * Math.max(0, WIDER_BELOW_PERCENT - percent));
        return percent(text, Math.max(LEAST_PERCENT, percent - half), Math.min(SCALE_END_PERCENT, percent + half));
    }

    private static Target percent(String text, double low, double high) {
        boolean ordered = Double.isNaN(high) || (high > low && high <= SCALE_END_PERCENT);
        if (low < LEAST_PERCENT || low > 100 || !ordered) {
            throw wrong(text);
        }
        return new Target(low / 100, high / 100);
    }

    private static IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException("expected a target such as '>= 40 %', '50-80 %', '60 %' or 'none', between "
                + "15 and 120 %, but was '" + text + "'");
    }

    /**
     * Tells whether there is a target.
     *
     * @return false for {@link #NONE}
     */
    public boolean isSet() {
        return !Double.isNaN(lowEffort);
    }

    /**
     * Tells whether an effort is in the band, its edges included.
     *
     * @param effort 0 at rest, 1 at the maximum; NaN is in no band
     * @return whether it is
     */
    public boolean holds(double effort) {
        return effort >= lowEffort && (Double.isNaN(highEffort) || effort <= highEffort);
    }

    /** The middle of a band; 1 when it is open upward. */
    double aim() {
        return Double.isNaN(highEffort) ? 1 : Math.min(1, (lowEffort + highEffort) / 2);
    }

    /** As people write it: {@code >= 40 %}, {@code 50-80 %} or {@code none}. */
    @Override
    public String toString() {
        if (!isSet()) {
            return "none";
        }
        String low = String.format(Locale.ROOT, "%.0f", lowEffort * 100);
        return Double.isNaN(highEffort)
                ? ">= " + low + " %"
                : low + "-" + String.format(Locale.ROOT, "%.0f", highEffort * 100) + " %";
    }
}
