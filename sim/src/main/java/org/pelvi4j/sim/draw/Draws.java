package org.pelvi4j.sim.draw;

import java.util.SplittableRandom;

/**
 * Random numbers that are the same on every machine and every JVM: {@code SplittableRandom.nextGaussian} differs between
 * JDK 17 and 25, so only {@code nextDouble} and {@code split} are used, with an own polar Gaussian. Confined to one
 * thread.
 */
public final class Draws {
    private final SplittableRandom random;
    private double spare = Double.NaN;

    private Draws(SplittableRandom random) {
        this.random = random;
    }

    /**
     * Starts from a seed.
     *
     * @param seed any number
     * @return the draws that belong to it
     */
    public static Draws of(long seed) {
        return new Draws(new SplittableRandom(seed));
    }

    /**
     * Splits off draws for one source, so that what this source takes leaves the others as they are.
     *
     * @return independent draws
     */
    public Draws split() {
        return new Draws(random.split());
    }

    /**
     * A uniform number.
     *
     * @return 0 or more, less than 1
     */
    public double uniform() {
        return random.nextDouble();
    }

    /**
     * A uniform number.
     *
     * @param low the least
     * @param high the bound above, excluded
     * @return a number between
     */
    public double uniform(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /**
     * A standard normal number by Marsaglia's polar method.
     *
     * @return mean 0, standard deviation 1
     */
    public double gaussian() {
        if (!Double.isNaN(spare)) {
            double next = spare;
            spare = Double.NaN;
            return next;
        }
        double x;
        double y;
        double square;
        do {
            x = 2 * random.nextDouble() - 1;
            y = 2 * random.nextDouble() - 1;
            square = x * x + y * y;
        } while (square >= 1 || square == 0);
        double scale = StrictMath.sqrt(-2 * Logarithm.of(square) / square);
        spare = y * scale;
        return x * scale;
    }
}
