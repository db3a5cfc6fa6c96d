package org.pelvi4j.bus;

import java.time.Duration;

/**
 * How a GPIO line is listened to. Immutable.
 *
 * @param edges which edges are told
 * @param pull what holds the line while nobody drives it
 * @param debounce a level that lasts less than that is no edge; zero for every edge. The kernel counts in microseconds
 */
public record InputSetup(Edges edges, Pull pull, Duration debounce) {
    /** Which edges are told. */
    public enum Edges {
        /** High to low, as chips tell that data is ready. */
        FALLING,
        /** Low to high. */
        RISING,
        /** Both, as for a button. */
        BOTH
    }

    /** What holds a line while nobody drives it. */
    public enum Pull {
        /** Nothing: a chip drives it. */
        NONE,
        /** A resistor to 3.3 V, as for a button to ground. */
        UP,
        /** A resistor to ground. */
        DOWN
    }

    /** A chip's line that falls when data is ready: every fall is told, nothing pulls. */
    public static final InputSetup DATA_READY = new InputSetup(Edges.FALLING, Pull.NONE, Duration.ZERO);

    /** Checks the debounce time. */
    public InputSetup {
        if (debounce.isNegative() || debounce.compareTo(Duration.ofSeconds(1)) > 0) {
            throw new IllegalArgumentException("debounce: expected 0 to 1 s but was " + debounce);
        }
    }
}
