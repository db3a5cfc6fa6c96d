package org.pelvi4j.sim.port;

import java.util.List;

/** LEDs on GPIO lines, active high. Thread-safe for {@link #text()}. */
public final class VirtualLedBar implements PinChip {
    private final List<Integer> lines;
    private volatile int lit;
    private int changes;

    /**
     * Creates a dark bar.
     *
     * @param lines the GPIO lines, in the order of the LEDs; at most 32
     */
    public VirtualLedBar(List<Integer> lines) {
        this.lines = List.copyOf(lines);
        if (lines.isEmpty() || lines.size() > Integer.SIZE) {
            throw new IllegalArgumentException("lines: expected 1 to 32 but was " + lines.size());
        }
    }

    @Override
    public void level(int line, boolean high) {
        int bit = 1 << lines.indexOf(line);
        int now = high ? lit | bit : lit & ~bit;
        changes += now == lit ? 0 : 1;
        lit = now;
    }

    /**
     * Counts how often an LED went on or off.
     *
     * @return changes so far
     */
    public int changes() {
        return changes;
    }

    /** {@code #} for a lit LED, {@code .} for a dark one. */
    @Override
    public String text() {
        var text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            text.append((lit >> i & 1) == 1 ? '#' : '.');
        }
        return text.toString();
    }
}
