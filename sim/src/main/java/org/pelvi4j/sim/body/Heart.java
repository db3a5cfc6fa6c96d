package org.pelvi4j.sim.body;

import org.pelvi4j.sim.draw.Draws;

/** Beat after beat: a triphasic spike of 10 ms in the EMG and a small wave of pressure. Source: DOMAIN 2.7. Confined to one thread. */
final class Heart {
    private static final double VARIABILITY = 0.05;
    private static final int SPIKE_SAMPLES = 60;
    /** Width of the middle phase; the whole is about 10 ms. */
    private static final double SIGMA_MS = 2;

    private static final int PULSE_AFTER_MS = 150;
    private static final int PULSE_MS = 300;
    private static final double[] SPIKE = spike();

    private final Draws draws;
    private final double periodMs;
    private final double pulsePascal;
    private final double microvolts;
    private int untilBeat;
    private int sinceBeat = 10_000;

    Heart(Draws draws) {
        this.draws = draws;
        periodMs = 60_000 / draws.uniform(60, 90);
        pulsePascal = draws.uniform(0.2, 1) * Body.PASCAL_PER_CMH2O;
        microvolts = 5 * StrictMath.exp(draws.uniform() * StrictMath.log(4));
        untilBeat = (int) (periodMs * draws.uniform());
    }

    private static double[] spike() {
        double[] shape = new double[SPIKE_SAMPLES];
        for (int i = 0; i < SPIKE_SAMPLES; i++) {
            double x = (i - (SPIKE_SAMPLES - 1) / 2.0) / (SIGMA_MS * 4);
            shape[i] = (1 - x * x) * StrictMath.exp(-x * x / 2);
        }
        return shape;
    }

    /** Goes on by 1 ms. */
    void step() {
        sinceBeat++;
        if (untilBeat-- <= 0) {
            sinceBeat = 0;
            untilBeat = (int) (periodMs * (1 + VARIABILITY * draws.gaussian()));
        }
    }

    /** Height of the spike at the pelvic floor's electrodes. */
    double microvolts() {
        return microvolts;
    }

    /** Adds the spike to the four samples of this millisecond. */
    void addTo(double[] four, double microvolts) {
        int first = 4 * sinceBeat;
        if (first < SPIKE_SAMPLES) {
            for (int i = 0; i < 4; i++) {
                four[i] += microvolts * SPIKE[first + i];
            }
        }
    }

    double pressurePascal() {
        int since = sinceBeat - PULSE_AFTER_MS;
        if (since <= 0 || since >= PULSE_MS) {
            return 0;
        }
        double x = (double) since / PULSE_MS;
        double y = 4 * x * (1 - x);
        return pulsePascal * y * y;
    }
}
