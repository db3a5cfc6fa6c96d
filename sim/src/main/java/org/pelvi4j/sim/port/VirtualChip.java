package org.pelvi4j.sim.port;

/** Something at the far end of virtual wires. Confined to the thread of its wires, but for {@link #text()}. */
public interface VirtualChip {
    /**
     * Shows its state, for people and for tests. Thread-safe.
     *
     * @return one or more lines, such as {@code ##...} for a bar with two LEDs lit
     */
    String text();
}
