package org.pelvi4j.sim.port;

/** A chip that drives GPIO lines. */
public interface LineChip extends VirtualChip {
    /**
     * Tells a level now.
     *
     * @param line its number
     * @return whether it is high
     */
    boolean isHigh(int line);

    /**
     * Tells when a line falls next, as far as it is known now.
     *
     * @param line its number
     * @param afterNanos later than that
     * @return when; {@link Long#MAX_VALUE} when nothing is under way
     */
    long nextFallNanos(int line, long afterNanos);
}
