package org.pelvi4j.sim.port;

import java.util.Locale;
import org.pelvi4j.time.Clock;

/**
 * A 16-bit converter on I2C with its registers and its conversion time, or its faster sister of 12 bits, ADS1015. What it
 * converts is ended as it was begun, whatever it is told meanwhile. A register that does not exist, and a result that is
 * not there yet or not of the present set-up, are refused. Source: ADS1115 data sheet, 9.3 to 9.6, ADS1015 data sheet, 8.5.
 * Confined to one thread, but for {@link #text()}.
 */
public final class VirtualAds1115 implements I2cChip {
    private static final double[] FULL_SCALES = {6.144, 4.096, 2.048, 1.024, 0.512, 0.256, 0.256, 0.256};
    private static final int[] RATES = {8, 16, 32, 64, 128, 250, 475, 860};
    private static final int[] SMALL_RATES = {128, 250, 490, 920, 1600, 2400, 3300, 3300};
    private static final int[][] PAIRS = {{0, 1}, {0, 3}, {1, 3}, {2, 3}};
    private static final int CONFIG = 1;
    private static final int RESET_CONFIG = 0x8583;
    private static final int START = 0x8000;
    private static final int SINGLE_SHOT = 0x0100;

    private final Voltages inputs;
    private final Clock clock;
    private final int[] rates;
    /** What the lowest bit that is converted counts in a result: the 12 bits are the upper ones. */
    private final int step;

    private final int[] registers = {0, RESET_CONFIG & ~START, 0x8000, 0x7FFF};
    private int pointer;
    /** What the present conversion was begun with. */
    private int running = RESET_CONFIG & ~START;

    private long startedNanos;
    private boolean converting;
    private boolean converted;

    /**
     * Creates a chip after its reset.
     *
     * @param inputs what is at AIN0 to AIN3
     * @param clock for the conversion time
     */
    public VirtualAds1115(Voltages inputs, Clock clock) {
        this(inputs, clock, RATES, 1);
    }

    private VirtualAds1115(Voltages inputs, Clock clock, int[] rates, int step) {
        this.inputs = inputs;
        this.clock = clock;
        this.rates = rates;
        this.step = step;
    }

    /**
     * Creates an ADS1015 after its reset.
     *
     * @param inputs what is at AIN0 to AIN3
     * @param clock for the conversion time
     * @return the converter of 12 bits
     */
    public static VirtualAds1115 small(Voltages inputs, Clock clock) {
        return new VirtualAds1115(inputs, clock, SMALL_RATES, 16);
    }

    @Override
    public synchronized void write(byte[] bytes) {
        if (bytes.length != 1 && bytes.length != 3) {
            throw new IllegalStateException(
                    "ads1115: expected a pointer, or a pointer and 2 bytes but was " + bytes.length + " bytes");
        }
        if (bytes[0] < 0 || bytes[0] > 3) {
            throw new IllegalStateException("ads1115: register: expected 0 to 3 but was " + (bytes[0] & 0xFF));
        }
        pointer = bytes[0];
        if (bytes.length == 3) {
            set((bytes[1] & 0xFF) << 8 | (bytes[2] & 0xFF));
        }
    }

    private void set(int value) {
        if (pointer == 0) {
            throw new IllegalStateException("ads1115: expected no write to the conversion register, it is read only");
        }
        update();
        if (pointer != CONFIG) {
            registers[pointer] = value;
            return;
        }
        converted &= registers[CONFIG] == (value & ~START);
        registers[CONFIG] = value & ~START;
        boolean single = (value & SINGLE_SHOT) != 0;
        if (!converting && (!single || (value & START) != 0)) {
            begin(clock.nowNanos());
        }
    }

    private void begin(long atNanos) {
        running = registers[CONFIG];
        converting = true;
        converted &= (running & SINGLE_SHOT) == 0;
        startedNanos = atNanos;
    }

    /** How long what it converts takes. */
    private long periodNanos() {
        return 1_000_000_000L / rates[running >> 5 & 7];
    }

    /** Brings the results up to now. */
    private void update() {
        while (converting && clock.nowNanos() - startedNanos >= periodNanos()) {
            boolean goesOn = running == registers[CONFIG] && (running & SINGLE_SHOT) == 0;
            long complete = goesOn ? (clock.nowNanos() - startedNanos) / periodNanos() : 1;
            startedNanos += complete * periodNanos();
            registers[0] = code(startedNanos);
            converted = running == registers[CONFIG];
            converting = false;
            if ((registers[CONFIG] & SINGLE_SHOT) == 0) {
                begin(startedNanos);
            }
        }
    }

    private int code(long atNanos) {
        int mux = running >> 12 & 7;
        double volts = mux >= 4
                ? inputs.volts(mux - 4, atNanos)
                : inputs.volts(PAIRS[mux][0], atNanos) - inputs.volts(PAIRS[mux][1], atNanos);
        double code = step * Math.rint(volts / FULL_SCALES[running >> 9 & 7] * 32768 / step);
        return (int) Math.max(-32768, Math.min(32768 - step, code)) & 0xFFFF;
    }

    @Override
    public synchronized void read(byte[] into) {
        if (into.length != 2) {
            throw new IllegalStateException("ads1115: expected to be read 2 bytes but was " + into.length);
        }
        update();
        if (pointer == 0 && !converted) {
            throw new IllegalStateException("ads1115: expected a wait of " + periodNanos() / 1000
                    + " us after the configuration: the first result is not there yet");
        }
        boolean ready = !converting || (registers[CONFIG] & SINGLE_SHOT) == 0;
        int value = pointer == CONFIG ? registers[CONFIG] | (ready ? START : 0) : registers[pointer];
        into[0] = (byte) (value >> 8);
        into[1] = (byte) value;
    }

    /** The four registers. */
    @Override
    public synchronized String text() {
        return String.format(
                Locale.ROOT, "%04X %04X %04X %04X", registers[0], registers[1], registers[2], registers[3]);
    }
}
