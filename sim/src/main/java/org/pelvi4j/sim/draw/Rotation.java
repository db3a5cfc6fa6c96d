package org.pelvi4j.sim.draw;

/**
 * A sine without a sine per step: a unit vector turned by a fixed angle, which costs four products. Confined to one
 * thread.
 */
public final class Rotation {
    private double stepCosine;
    private double stepSine;
    private double cosine;
    private double sine;

    /**
     * Starts at a phase.
     *
     * @param cyclesPerStep frequency over step rate
     * @param phaseCycles where it starts, 0 to 1
     */
    public Rotation(double cyclesPerStep, double phaseCycles) {
        turnBy(cyclesPerStep);
        cosine = StrictMath.cos(2 * StrictMath.PI * phaseCycles);
        sine = StrictMath.sin(2 * StrictMath.PI * phaseCycles);
    }

    /**
     * Changes the frequency; the phase goes on.
     *
     * @param cyclesPerStep frequency over step rate
     */
    public void turnBy(double cyclesPerStep) {
        stepCosine = StrictMath.cos(2 * StrictMath.PI * cyclesPerStep);
        stepSine = StrictMath.sin(2 * StrictMath.PI * cyclesPerStep);
    }

    /**
     * Turns on by one step, and pulls the vector's length back to 1, which rounding would let drift.
     *
     * @return the sine now
     */
    public double step() {
        double c = cosine * stepCosine - sine * stepSine;
        double s = cosine * stepSine + sine * stepCosine;
        double pull = 1.5 - 0.5 * (c * c + s * s);
        cosine = c * pull;
        sine = s * pull;
        return sine;
    }

    /**
     * The quadrature.
     *
     * @return the cosine now
     */
    public double cosine() {
        return cosine;
    }

    /**
     * The sine at the last step.
     *
     * @return the sine now
     */
    public double sine() {
        return sine;
    }
}
