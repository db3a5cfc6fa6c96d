package org.pelvi4j.measure;

/**
 * How a squeeze before a cough was timed. Source: DOMAIN 1.6. Immutable.
 *
 * @param leadSeconds how long before the cough the pelvic floor began; negative when it came after
 * @param heldThrough whether it stayed up through the cough
 */
public record Knack(double leadSeconds, boolean heldThrough) {
    /** Healthy women lead by 0.2 s; 0.1 s is asked for. Source: DOMAIN 1.6. */
    private static final double LEAST_LEAD_SECONDS = 0.1;

    /**
     * Tells whether it was in time.
     *
     * @return true when it led by 0.1 s or more and stayed up
     */
    public boolean inTime() {
        return leadSeconds >= LEAST_LEAD_SECONDS && heldThrough;
    }
}
