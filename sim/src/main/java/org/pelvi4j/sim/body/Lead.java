package org.pelvi4j.sim.body;

import org.pelvi4j.sim.draw.Draws;
import org.pelvi4j.sim.draw.Rotation;
import org.pelvi4j.sim.draw.SlowNoise;

/**
 * One pair of electrodes on a muscle: its EMG, a contact that wanders, the heart, movement, and what comes when the
 * contact is lost. Source: DOMAIN 2.3, 2.7. Confined to one thread.
 */
final class Lead {
    private static final double CONTACT_WANDER = 0.05;
    private static final double CONTACT_HZ = 0.05;
    /** The base line comes back like this after contact. Source: DOMAIN 2.7. */
    private static final double RECOVERY_KEEP = StrictMath.exp(-0.001 / 0.5);
    /** Beyond any converter: the device clips it at its rail. */
    private static final double RAIL_MICROVOLTS = 1e7;

    private final EmgNoise noise;
    private final SlowNoise contact;
    private final Rotation openHum;
    private double shift;
    private long offUntilMs;
    private double offHum;
    private Artefact artefact = Artefact.NONE;

    /** A movement: a slow swing that grows and fades. */
    private record Artefact(long startMs, int lengthMs, double microvolts, double cycles) {
        static final Artefact NONE = new Artefact(0, 1, 0, 0);

        double at(long nowMs) {
            if (nowMs - startMs >= lengthMs) {
                return 0;
            }
            double x = (double) (nowMs - startMs) / lengthMs;
            double window = 4 * x * (1 - x);
            return microvolts * window * window * StrictMath.sin(2 * StrictMath.PI * cycles * x);
        }
    }

    Lead(EmgNoise noise, Draws contactDraws, double mainsHz) {
        this.noise = noise;
        this.contact = SlowNoise.below(contactDraws, CONTACT_HZ);
        this.openHum = new Rotation(mainsHz / EmgNoise.RATE_HZ, 0);
    }

    void tune(double lowHz, double highHz) {
        noise.tune(lowHz, highHz);
    }

    /** Loses the contact: rail, or a burst of hum. */
    void off(long untilMs, Draws draws) {
        offUntilMs = untilMs;
        offHum = draws.uniform() < 0.5 ? 0 : 50 * StrictMath.exp(draws.uniform() * StrictMath.log(10));
        shift = draws.uniform(300, 1500);
    }

    /** Pulls at the cable. */
    void move(long nowMs, double seconds, Draws draws) {
        double microvolts = 50 * StrictMath.exp(draws.uniform() * StrictMath.log(20));
        artefact = new Artefact(nowMs, (int) (1000 * seconds), microvolts, draws.uniform(0.5, 8 * seconds + 0.5));
    }

    boolean isOff(long nowMs) {
        return nowMs < offUntilMs;
    }

    /** The four samples of this millisecond. */
    void fill(double[] four, long nowMs, double amplitude) {
        noise.fill(four, amplitude * (1 + CONTACT_WANDER * contact.step()));
        if (isOff(nowMs)) {
            for (int i = 0; i < 4; i++) {
                four[i] = offHum == 0 ? RAIL_MICROVOLTS : offHum * openHum.step();
            }
            return;
        }
        double slow = artefact.at(nowMs);
        if (shift > 0.01) {
            shift *= RECOVERY_KEEP;
            slow += shift;
        }
        if (slow != 0) {
            for (int i = 0; i < 4; i++) {
                four[i] += slow;
            }
        }
    }
}
