package org.pelvi4j.sim.body;

import java.util.EnumMap;
import java.util.Map;
import org.pelvi4j.sim.draw.Draws;

/**
 * A body in steps of 1 ms: drive in; EMG at its electrodes and pressure at its probe out. Source: DOMAIN 2.1. Confined to
 * one thread.
 */
public final class Body {
    /** One centimetre of water. Source: DOMAIN 1.9. */
    public static final double PASCAL_PER_CMH2O = 98.0665;

    /** From the beginning of a cough to the rise of its pressure: room for the reflex that leads it. Source: [DEF08]. */
    public static final long COUGH_AFTER_MS = 210;

    /** The spectrum is tuned anew this often; fatigue takes a minute. */
    private static final int TUNE_EVERY_MS = 250;
    /** EMG of the abdominal muscles at rest and at their strongest. Source: general knowledge of surface EMG. */
    private static final double ABDOMINAL_REST_MICROVOLTS = 4;

    private static final double ABDOMINAL_MAX_MICROVOLTS = 80;
    /** The heart is that much nearer to the belly. (P) */
    private static final double ABDOMINAL_HEART = 2.5;
    /** Breaths grow when standing. (P) */
    private static final double STANDING_BREATH = 1.5;

    private static final long FOREVER = Long.MAX_VALUE;

    private final BodyTraits traits;
    private final Map<Happening.Kind, Draws> chances = new EnumMap<>(Happening.Kind.class);
    private final Lead pelvic;
    private final Lead abdominal;
    private final Fatigue fatigue;
    private final Force force;
    private final Abdomen abdomen;
    private final Heart heart;
    private final Probe probe;
    private final Waves breathing;
    private final double breathPascal;
    private final double breathEmgShare;
    private double heartMicrovolts;
    private double humMicrovolts;
    private double tense;
    private double restFactor = 1;
    private double breathFactor = 1;
    private double breath;
    private double drive;
    private long nowMs;
    private int untilTuning;

    /**
     * Makes a body.
     *
     * @param traits whose
     * @param streams random numbers, one stream per source
     * @param mainsHz 50 or 60
     */
    public Body(BodyTraits traits, Streams streams, double mainsHz) {
        this.traits = traits;
        MuscleTraits muscle = traits.muscle();
        pelvic = new Lead(new EmgNoise(streams.emg(), muscle.lowHz(), muscle.highHz()), streams.contact(), mainsHz);
        EmgNoise belly = new EmgNoise(streams.abdominal(), muscle.lowHz(), muscle.highHz());
        abdominal = new Lead(belly, streams.abdominal().split(), mainsHz);
        fatigue = new Fatigue(muscle, streams.fatigue());
        force = new Force(muscle.riseRadPerSecond());
        abdomen = new Abdomen(muscle.reflexLeadSeconds());
        heart = new Heart(streams.heart());
        heartMicrovolts = heart.microvolts();
        humMicrovolts = 0.5 * StrictMath.exp(streams.mains().uniform() * StrictMath.log(4));
        probe = new Probe(traits.probe(), streams.probe());
        Draws breaths = streams.breathing();
        breathPascal = breaths.uniform(1, 3) * PASCAL_PER_CMH2O / 2;
        breathEmgShare = breaths.uniform(0.05, 0.1);
        breathing = new Waves(breaths, 0.2, 0.3);
        for (Happening.Kind kind : Happening.Kind.values()) {
            chances.put(kind, streams.events().split());
        }
        if (!traits.contact()) {
            pelvic.off(FOREVER, streams.events());
            abdominal.off(FOREVER, streams.events());
        }
    }

    /**
     * Lets something happen from now on.
     *
     * @param happening what
     * @return when it is over, in ms of this body's time; now for what lasts
     */
    public long happen(Happening happening) {
        Draws draws = chance(happening.kind()).split();
        long over = nowMs;
        switch (happening.kind()) {
            case COUGH, STRAIN, LAUGH, RUN, JUMP -> over = abdomen.begin(happening, nowMs, draws);
            case STAND -> stand(happening.amountOr(draws.uniform(4.9, 12.3)), draws.uniform(1.2, 1.5));
            case LIE -> stand(0, 1);
            case MOVE -> over += move(happening.amountOr(draws.uniform(0.2, 1)), draws);
            case LEAD_OFF -> {
                over += StrictMath.round(1000 * happening.amountOr(2));
                pelvic.off(over, draws);
            }
            case SLIP -> probe.slip(happening.amountOr(draws.uniform(53, 60)) / 100, nowMs, draws);
            case LEAK -> probe.leak(happening.amountOr(draws.uniform(1, 5)));
            case WARM -> probe.warm(happening.amountOr(10));
            case HUM -> humMicrovolts = happening.amountOr(20);
            case HEART -> heartMicrovolts = happening.amountOr(30);
            case TENSE -> tense = happening.amountOr(15) / 100;
        }
        return over;
    }

    private Draws chance(Happening.Kind kind) {
        Draws draws = chances.get(kind);
        if (draws == null) {
            throw new IllegalStateException("kind: expected a stream for each but there is none for " + kind);
        }
        return draws;
    }

    private void stand(double cmH2o, double factor) {
        probe.posture(cmH2o);
        restFactor = factor;
        breathFactor = cmH2o > 0 ? STANDING_BREATH : 1;
    }

    private long move(double seconds, Draws draws) {
        pelvic.move(nowMs, seconds, draws);
        abdominal.move(nowMs, seconds, draws);
        probe.move(nowMs, seconds, draws);
        return StrictMath.round(1000 * seconds);
    }

    /**
     * Goes on by 1 ms.
     *
     * @param willed drive of the pelvic floor, 0 to 1.1
     * @param abdominals drive of the abdominal muscles, 0 to 1
     */
    public void step(double willed, double abdominals) {
        nowMs++;
        abdomen.step(nowMs, abdominals);
        double reflex = abdomen.reflex();
        drive = StrictMath.min(1.1, StrictMath.max(StrictMath.max(willed, tense), reflex));
        fatigue.step(drive);
        heart.step();
        probe.step(nowMs);
        if (!abdomen.breathHeld()) {
            breath = breathing.step() * breathFactor;
        }
        force.step(StrictMath.min(drive, fatigue.capacity()));
        if (--untilTuning < 0) {
            untilTuning = TUNE_EVERY_MS;
            double spectrum = fatigue.spectrum();
            pelvic.tune(traits.muscle().lowHz() * spectrum, traits.muscle().highHz() * spectrum);
        }
    }

    /**
     * The EMG of the pelvic floor in this millisecond.
     *
     * @param four filled with 4 kHz samples, microvolt
     */
    public void pelvicEmg(double[] four) {
        MuscleTraits muscle = traits.muscle();
        double calm = 1 + StrictMath.min(0, abdomen.reflex());
        double rest = muscle.restMicrovolts() * restFactor * calm * (1 + breathEmgShare * breath);
        double most = muscle.maxMicrovolts() * fatigue.emgGain(drive);
        pelvic.fill(four, nowMs, amplitude(rest, most, drive));
        if (!pelvic.isOff(nowMs)) {
            heart.addTo(four, heartMicrovolts);
        }
    }

    /**
     * The EMG of the abdominal muscles in this millisecond.
     *
     * @param four filled with 4 kHz samples, microvolt
     */
    public void abdominalEmg(double[] four) {
        double rest = ABDOMINAL_REST_MICROVOLTS * (1 + 2 * breathEmgShare * breath);
        abdominal.fill(four, nowMs, amplitude(rest, ABDOMINAL_MAX_MICROVOLTS, abdomen.effort()));
        heart.addTo(four, ABDOMINAL_HEART * heartMicrovolts);
    }

    private static double amplitude(double rest, double most, double drive) {
        return StrictMath.sqrt(rest * rest + StrictMath.max(0, most * most - rest * rest) * drive * drive);
    }

    /**
     * The pressure in the zone of the muscle at the end of this millisecond.
     *
     * @return pascal, gauge
     */
    public double midPascal() {
        return traits.contact() ? probe.mid(force.now(), abdomen.pressurePascal()) + small() : 0;
    }

    /**
     * The pressure in the zone above the muscle at the end of this millisecond.
     *
     * @return pascal, gauge
     */
    public double deepPascal() {
        return traits.contact() ? probe.deep(force.now(), abdomen.pressurePascal()) + small() : 0;
    }

    private double small() {
        return probe.felt() * (breathPascal * breath + heart.pressurePascal());
    }

    /**
     * Amplitude of the hum that the electrodes pick up now.
     *
     * @return microvolt
     */
    public double humMicrovolts() {
        return humMicrovolts;
    }

    /**
     * Force of the muscle now.
     *
     * @return 0 at rest, 1 at its strongest when fresh
     */
    public double force() {
        return force.now();
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
