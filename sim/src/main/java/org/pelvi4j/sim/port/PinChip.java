package org.pelvi4j.sim.port;

/** A chip that sees GPIO lines. */
public interface PinChip extends VirtualChip {
    /**
     * A line has a new level.
     *
     * @param line its number
     * @param high its level
     */
    void level(int line, boolean high);
}
