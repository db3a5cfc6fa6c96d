package org.pelvi4j.app.clinic;

import org.pelvi4j.sensor.Channel;
import org.pelvi4j.sensor.Flaw;
import org.pelvi4j.sensor.Gap;
import org.pelvi4j.sensor.SampleSink;
import org.pelvi4j.sensor.SensorInfo;
import org.pelvi4j.sensor.Signal;

/**
 * Looks at a sensor before anybody is measured with it: rate, gaps, mains hum, rails. Source: DOMAIN 1.16, step 1.
 * Confined to one thread.
 */
public final class SensorCheck implements SampleSink {
    /** Hum above this share of the signal is worth a look. Source: SCREENS 11. */
    public static final double MOST_HUM = 0.20;
    /** A rail nearer than this share of the range is worth a look. Source: DOMAIN 1.16, 90 % of the range. */
    private static final double NEAR_RAIL = 0.05;

    private final double rateHz;
    private final Channel channel;
    private final double[] block;
    private final double[] humPower = new double[2];
    private double power;
    private int filled;
    private long samples;
    private long missing;
    private long gaps;
    private long saturated;
    private long firstNanos;
    private long lastNanos;
    private long lastNumber;
    private long firstNumber;
    private double lowest = Double.POSITIVE_INFINITY;
    private double highest = Double.NEGATIVE_INFINITY;

    private SensorCheck(SensorInfo info) {
        rateHz = info.rateHz();
        channel = info.channels().get(0);
        block = new double[(int) Math.max(2, Math.round(rateHz))];
    }

    /**
     * Makes a check.
     *
     * @param info of the sensor
     * @return the check, which has seen nothing
     */
    public static SensorCheck of(SensorInfo info) {
        return new SensorCheck(info);
    }

    /** Begins anew. */
    public void begin() {
        humPower[0] = 0;
        humPower[1] = 0;
        power = 0;
        filled = 0;
        samples = 0;
        missing = 0;
        gaps = 0;
        saturated = 0;
        lowest = Double.POSITIVE_INFINITY;
        highest = Double.NEGATIVE_INFINITY;
    }

    @Override
    public void sample(long number, long atNanos, double[] values, int[] flaws) {
        if (samples == 0) {
            firstNanos = atNanos;
            firstNumber = number;
        } else if (number - lastNumber > 1) {
            gaps++;
            missing += number - lastNumber - 1;
        }
        samples++;
        lastNanos = atNanos;
        lastNumber = number;
        saturated += (flaws[0] & Flaw.SATURATED) != 0 ? 1 : 0;
        lowest = Math.min(lowest, values[0]);
        highest = Math.max(highest, values[0]);
        block[filled] = values[0];
        filled++;
        if (filled == block.length) {
            filled = 0;
            add();
        }
    }

    @Override
    public void gap(Gap gap) {
        filled = 0;
    }

    /** One whole second: its alternating power, and that of the two mains frequencies, which have whole periods in it. */
    private void add() {
        double mean = 0;
        for (double value : block) {
            mean += value / block.length;
        }
        for (double value : block) {
            power += (value - mean) * (value - mean) / block.length;
        }
        humPower[0] += line(50, mean);
        humPower[1] += line(60, mean);
    }

    private double line(double hertz, double mean) {
        double re = 0;
        double im = 0;
        for (int i = 0; i < block.length; i++) {
            double angle = 2 * Math.PI * hertz * i / rateHz;
            re += (block[i] - mean) * Math.cos(angle);
            im += (block[i] - mean) * Math.sin(angle);
        }
        return 2 * (re * re + im * im) / ((double) block.length * block.length);
    }

    /**
     * Samples per second, by the sensor's own numbers.
     *
     * @return hertz; NaN before two samples
     */
    public double measuredHz() {
        return samples < 2 ? Double.NaN : (lastNumber - firstNumber) * 1e9 / (lastNanos - firstNanos);
    }

    /**
     * How many holes there were.
     *
     * @return a count
     */
    public long gaps() {
        return gaps;
    }

    /**
     * How much was missing.
     *
     * @return a share of what should have come
     */
    public double lostShare() {
        return samples == 0 ? 1 : missing / (double) (missing + samples);
    }

    /**
     * Which mains frequency hums more.
     *
     * @return 50 or 60
     */
    public int mainsHertz() {
        return humPower[1] > humPower[0] ? 60 : 50;
    }

    /**
     * How strong it hums.
     *
     * @return a share of the signal, in amplitude; NaN where the rate is too low to see it, or of pressure
     */
    public double humShare() {
        boolean seen = channel.signal() == Signal.EMG && rateHz > 125 && power > 0;
        return seen ? Math.sqrt(Math.max(humPower[0], humPower[1]) / power) : Double.NaN;
    }

    /**
     * Whether the signal came near a rail of the converter, or was at one.
     *
     * @return whether there is too little room
     */
    public boolean railed() {
        double near = NEAR_RAIL * (channel.maximum() - channel.minimum());
        return saturated > 0 || highest > channel.maximum() - near || lowest < channel.minimum() + near;
    }

    /**
     * How many samples came.
     *
     * @return a count
     */
    public long samples() {
        return samples;
    }
}
