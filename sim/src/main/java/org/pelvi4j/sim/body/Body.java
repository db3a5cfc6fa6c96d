package org.pelvi4j.sim.body;

import org.pelvi4j.sim.draw.Draws;
import org.pelvi4j.sim.draw.SlowNoise;

/**
 * A body in steps of 1 ms: drive in, EMG at its electrodes and pressure at its probe out. Source: DOMAIN 2.1. Confined to
 * one thread.
 */
public final class Body {
    /** One pascal per centimetre of water. Source: DOMAIN 1.9. */
    public static final double PASCAL_PER_CMH2O = 98.0665;

    /** How much the gain of the contact wanders, and how fast. Source: DOMAIN 2.3. */
    private static final double CONTACT_WANDER = 0.05;

    private static final double CONTACT_HZ = 0.05;
    /** The spectrum is tuned anew this often; fatigue takes a minute. */
    private static final int TUNE_EVERY_MS = 250;

    private final MuscleTraits traits;
    private final EmgNoise noise;
    private final SlowNoise contact;
    private final Fatigue fatigue;
    private final Force force;
    private final Breathing breathing;
    private final double breathPascal;
    private final double breathEmgShare;
    private int untilTuning;
    private double gain = 1;
    private double amplitude;
    private double squeeze;
    private double breath;

    /**
     * Makes a rested body.
     *
     * @param traits whose
     * @param streams random numbers, one stream per source
     */
    public Body(MuscleTraits traits, Streams streams) {
        this.traits = traits;
        noise = new EmgNoise(streams.emg(), traits.lowHz(), traits.highHz());
        contact = SlowNoise.below(streams.contact(), CONTACT_HZ);
        fatigue = new Fatigue(traits, 0, streams.fatigue());
        force = new Force(traits.riseRadPerSecond());
        Draws draws = streams.breathing();
        breathPascal = draws.uniform(1, 3) * PASCAL_PER_CMH2O / 2;
        breathEmgShare = draws.uniform(0.05, 0.1);
        breathing = new Breathing(draws);
    }

    /**
     * Goes on by 1 ms.
     *
     * @param drive of the muscle, 0 to 1.1
     */
    public void step(double drive) {
        fatigue.step(drive);
        if (--untilTuning < 0) {
            untilTuning = TUNE_EVERY_MS;
            double spectrum = fatigue.spectrum();
            noise.tune(traits.lowHz() * spectrum, traits.highHz() * spectrum);
        }
        gain = 1 + CONTACT_WANDER * contact.step();
        breath = breathing.step();
        double rest = traits.restMicrovolts() * (1 + breathEmgShare * breath);
        double most = traits.maxMicrovolts() * fatigue.emgGain(drive);
        amplitude = StrictMath.sqrt(rest * rest + (most * most - rest * rest) * drive * drive);
        squeeze = force.step(StrictMath.min(drive, fatigue.capacity()));
    }

    /**
     * The EMG of this millisecond.
     *
     * @param four filled with 4 kHz samples, microvolt
     */
    public void emg(double[] four) {
        noise.fill(four, amplitude * gain);
    }

    /**
     * The pressure at the end of this millisecond.
     *
     * @return pascal, gauge
     */
    public double pressurePascal() {
        return traits.restPascal() + traits.squeezePascal() * squeeze + breathPascal * breath;
    }

    /**
     * Force of the muscle now.
     *
     * @return 0 at rest, 1 at its strongest when fresh
     */
    public double force() {
        return squeeze;
    }

    /**
     * How tired it is.
     *
     * @return 0 fresh, 1 and more when exhausted
     */
    public double fatigue() {
        return fatigue.level();
    }
}
