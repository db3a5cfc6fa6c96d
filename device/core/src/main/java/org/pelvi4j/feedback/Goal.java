package org.pelvi4j.feedback;

/**
 * Where the level should be, on the display's scale of 0 at rest to 100 at the person's strongest. Immutable.
 *
 * @param low the lower edge; -10 for a goal at home
 * @param high the upper edge; NaN when it is open upward
 */
public record Goal(double low, double high) {
    /** Checks the order. */
    public Goal {
        boolean open = Double.isNaN(high);
        if (Double.isNaN(low) || !(open || low < high)) {
            throw new IllegalArgumentException("high: expected more than " + low + " or NaN but was " + high);
        }
    }
}
