package org.pelvi4j.sim.body;

/**
 * One rise of the pressure in the abdomen and what the muscles do meanwhile. Immutable.
 *
 * @param shape its course
 * @param startMs when the pressure begins to rise
 * @param lengthMs how long it lasts
 * @param peakPascal its height
 * @param effort of the abdominal muscles, 0 to 1
 * @param leadMs how much earlier the reflex of the pelvic floor begins
 * @param reflex drive of the pelvic floor; negative lowers it below rest
 */
record Push(Shape shape, long startMs, long lengthMs, double peakPascal, double effort, long leadMs, double reflex) {
    /** Straining rises and falls within this time. Source: DOMAIN 2.7. */
    private static final double RAMP_MS = 500;
    /** Laughing comes in bursts. Source: DOMAIN 2.7, 4 to 6 Hz. */
    private static final double LAUGH_PERIOD_MS = 200;
    /** Strides. Source: DOMAIN 2.7, 2.5 Hz. */
    private static final double STRIDE_MS = 400;

    enum Shape {
        /** A half sine, squared. */
        SPIKE,
        /** Up, hold, down. */
        HOLD,
        /** Bursts at 5 Hz. */
        LAUGH,
        /** Bursts at 2.5 Hz. */
        STRIDES
    }

    boolean over(long nowMs) {
        return nowMs > startMs + lengthMs;
    }

    boolean holdsBreath() {
        return shape == Shape.HOLD;
    }

    /** Share of the peak at a time. */
    double pressure(long nowMs) {
        double since = nowMs - startMs;
        if (since <= 0 || since >= lengthMs) {
            return 0;
        }
        return switch (shape) {
            case SPIKE -> bump(since / lengthMs);
            case HOLD -> smooth(StrictMath.min(1, StrictMath.min(since, lengthMs - since) / RAMP_MS));
            case LAUGH -> bump(since % LAUGH_PERIOD_MS / LAUGH_PERIOD_MS);
            case STRIDES -> bump(StrictMath.min(1, since % STRIDE_MS / (STRIDE_MS / 2)));
        };
    }

    /** Share of the reflex at a time: it begins earlier and ends with the pressure. */
    double reflexShare(long nowMs) {
        double since = nowMs - (startMs - leadMs);
        double length = lengthMs + leadMs;
        if (since <= 0 || since >= length) {
            return 0;
        }
        return smooth(StrictMath.min(1, StrictMath.min(since, length - since) / StrictMath.min(60, length / 2)));
    }

    /** A half sine, squared: 0 at both ends, 1 in the middle. */
    private static double bump(double x) {
        double s = StrictMath.sin(StrictMath.PI * x);
        return s * s;
    }

    private static double smooth(double x) {
        return x * x * (3 - 2 * x);
    }
}
