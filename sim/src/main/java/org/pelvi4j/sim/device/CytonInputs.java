package org.pelvi4j.sim.device;

import java.util.Arrays;

/**
 * The eight inputs of a Cyton: what each is set to, and the code that its converter makes of a voltage. Source: OpenBCI
 * Cyton SDK, channel setting commands; ADS1299 data sheet. Confined to one thread.
 */
final class CytonInputs {
    static final int COUNT = 8;

    /** Power, gain, input, bias, SRB2, SRB1. Source: Cyton SDK, default channel settings. */
    static final String DEFAULTS = "060110";

    /** The highest digit that each setting may have. */
    private static final String HIGHEST = "167111";

    private static final int[] GAINS = {1, 2, 4, 6, 8, 12, 24};
    private static final double REFERENCE_MICROVOLTS = 4.5e6;
    private static final int FULL_SCALE = (1 << 23) - 1;

    /** Test current on the skin. Source: Cyton SDK, 6 nA at 31.25 Hz. */
    private static final double TEST_AMPERES = 6e-9;

    private static final double TEST_HZ = 31.25;

    /** Of each electrode: gel on clean skin. Source: general knowledge. */
    private static final double ELECTRODE_OHMS = 10_000;

    /** Of the internal test square wave. Source: ADS1299 data sheet, VREF / 2400. */
    private static final double SQUARE_MICROVOLTS = REFERENCE_MICROVOLTS / 2400;

    /** Source: ADS1299 data sheet, temperature sensor at 25 degrees. */
    private static final double TEMPERATURE_MICROVOLTS = 145_300;

    private final String[] settings = new String[COUNT];
    private final boolean[] positiveTest = new boolean[COUNT];
    private final boolean[] negativeTest = new boolean[COUNT];
    private double squareHz;
    private double squareGain;

    CytonInputs() {
        reset();
    }

    void reset() {
        Arrays.fill(settings, DEFAULTS);
        Arrays.fill(positiveTest, false);
        Arrays.fill(negativeTest, false);
        square(1, 1);
    }

    /** Tells whether six characters are settings. */
    static boolean valid(String six) {
        for (int i = 0; i < HIGHEST.length(); i++) {
            if (six.charAt(i) < '0' || six.charAt(i) > HIGHEST.charAt(i)) {
                return false;
            }
        }
        return six.length() == HIGHEST.length();
    }

    void set(int input, String six) {
        settings[input] = six;
    }

    String settings(int input) {
        return settings[input];
    }

    void power(int input, boolean on) {
        settings[input] = (on ? '0' : '1') + settings[input].substring(1);
    }

    void testCurrent(int input, boolean positive, boolean negative) {
        positiveTest[input] = positive;
        negativeTest[input] = negative;
    }

    /** Connects all inputs to one internal signal. */
    void connectAll(char source) {
        for (int i = 0; i < COUNT; i++) {
            settings[i] = '0' + settings[i].substring(1, 2) + source + settings[i].substring(3);
        }
    }

    /** Sets the internal square wave: its size, and 1 for slow, 2 for fast, 0 for none. */
    void square(double gain, int speed) {
        squareGain = gain;
        squareHz = speed * 2.048e6 / (1 << 21);
    }

    int gain(int input) {
        return GAINS[settings[input].charAt(1) - '0'];
    }

    /** What the converter makes of a voltage: rounded to its step, held at its rails. */
    int code(int input, double microvolts, double seconds) {
        if (settings[input].charAt(0) == '1') {
            return 0;
        }
        double atInput = connected(input, microvolts, seconds);
        double code = Math.rint(atInput * gain(input) * FULL_SCALE / REFERENCE_MICROVOLTS);
        return (int) Math.max(-FULL_SCALE - 1, Math.min(FULL_SCALE, code));
    }

    private double connected(int input, double microvolts, double seconds) {
        return switch (settings[input].charAt(2)) {
            case '0' -> microvolts + testVoltage(input, seconds);
            case '4' -> TEMPERATURE_MICROVOLTS;
            case '5' -> squareGain * SQUARE_MICROVOLTS * (squareHz * seconds % 1 < 0.5 ? 1 : -1);
            default -> 0;
        };
    }

    private double testVoltage(int input, double seconds) {
        int electrodes = (positiveTest[input] ? 1 : 0) + (negativeTest[input] ? 1 : 0);
        if (electrodes == 0) {
            return 0;
        }
        double peak = electrodes * TEST_AMPERES * ELECTRODE_OHMS * 1e6;
        return peak * StrictMath.sin(2 * StrictMath.PI * TEST_HZ * seconds);
    }

    /** The voltage that a code stands for. */
    double microvolts(int input, int code) {
        return code * REFERENCE_MICROVOLTS / FULL_SCALE / gain(input);
    }
}
