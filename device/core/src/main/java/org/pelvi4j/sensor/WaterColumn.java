package org.pelvi4j.sensor;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Measures a probe at two points: first in air, then at the end of a water column. Feed it every sample, call
 * {@link #column} when the probe hangs in the water, and ask for the result. Confined to one thread.
 */
public final class WaterColumn {
    /** What a point takes. (P) */
    private static final double POINT_SECONDS = 3;
    /** The first moment after a change is not counted: hands let go, water calms. (P) */
    private static final double SKIPPED_SECONDS = 1;
    /** A point is quiet when its two halves agree within half a centimetre of water. Source: DOMAIN.md 1.16, 0.5 cmH2O. */
    private static final double STEADY_PASCAL = 50;
    /** Fresh water. Source: DOMAIN.md 1.9. */
    private static final double PASCAL_PER_CENTIMETRE = 98.0665;

    /** The shortest column that tells a scale. (P) */
    public static final double LEAST_CENTIMETRES = 5;
    /** The tallest: 20 kPa. (P) */
    public static final double MOST_CENTIMETRES = 200;

    /** A part strays that far from its data sheet, a wrong part or option farther. Source: DOMAIN.md 3.12, 50 to 100 mV. */
    private static final double LEAST_FACTOR = 0.4;

    private static final double MOST_FACTOR = 2.5;

    /** Why there is no calibration. */
    public enum Refusal {
        /** A point had less than 3 s of good samples after its first second. */
        TOO_SHORT,
        /** The sensor is at its end, in air or in the column. */
        SATURATED,
        /** Other bad samples: gone, stuck, out of range. */
        BAD_SAMPLES,
        /** The pressure drifted or moved by more than half a centimetre. */
        NOT_STEADY,
        /** The column made hardly any difference: the probe leaks, or did not hang in it. */
        NO_RISE,
        /** The pressure fell: the ports of the sensor, or its wires, are swapped. */
        FELL,
        /** The sensor told less than 0.4 or more than 2.5 times of what is: another part, or a wrong range. */
        WRONG_SCALE
    }

    /**
     * What came of it. Immutable.
     *
     * @param calibration the new one; null when it was refused
     * @param headroom how far the sensor tells with it; null when it was refused
     * @param refusal why it was refused; null when it was not
     * @param text one line for people: the range, or what is wrong and what mends it
     */
    public record Result(
            @Nullable ProbeCalibration calibration,
            @Nullable Headroom headroom,
            @Nullable Refusal refusal,
            String text) {}

    private final Channel channel;
    private final Point air;
    private final Point water;
    private double centimetres = Double.NaN;

    private WaterColumn(Channel channel, double rateHz) {
        this.channel = channel;
        int skipped = (int) Math.ceil(SKIPPED_SECONDS * rateHz);
        int half = (int) Math.ceil(POINT_SECONDS * rateHz / 2);
        air = new Point(skipped, half);
        water = new Point(skipped, half);
    }

    /**
     * Begins with the probe in air.
     *
     * @param info the sensor, uncalibrated
     * @param channel which of its channels, from 0
     * @return the measurement
     * @throws IllegalArgumentException when that channel is no pressure
     */
    public static WaterColumn of(SensorInfo info, int channel) {
        Channel measured = info.channels().get(channel);
        if (measured.signal() != Signal.PRESSURE) {
            throw new IllegalArgumentException("channel: expected a pressure but was " + measured.signal());
        }
        return new WaterColumn(measured, info.rateHz());
    }

    /**
     * Takes a sample of the present point; more than enough of them do no harm.
     *
     * @param told pascal, as the sensor tells it
     * @param flaws bits of {@link Flaw}
     */
    public void sample(double told, int flaws) {
        (Double.isNaN(centimetres) ? air : water).take(told, flaws);
    }

    /**
     * Tells whether the present point has enough.
     *
     * @return true after a second, and 3 s of good samples
     */
    public boolean isEnough() {
        return (Double.isNaN(centimetres) ? air : water).isFull();
    }

    /**
     * The probe hangs in water from now on.
     *
     * @param height of the water above the middle of the probe, in centimetres: 5 to 200
     */
    public void column(double height) {
        if (!(height >= LEAST_CENTIMETRES && height <= MOST_CENTIMETRES)) {
            throw new IllegalArgumentException(
                    "height: expected " + LEAST_CENTIMETRES + " to " + MOST_CENTIMETRES + " cm but was " + height);
        }
        centimetres = height;
    }

    /**
     * Computes what came of it.
     *
     * @param when what the calendar shows
     * @param probe which probe
     * @return the calibration, or why there is none
     */
    public Result result(Instant when, String probe) {
        Refusal bad = air.refusal() != null ? air.refusal() : water.refusal();
        if (bad != null) {
            return refused(bad);
        }
        double rise = water.mean() - air.mean();
        double truth = centimetres * PASCAL_PER_CENTIMETRE;
        if (Math.abs(rise) < truth * LEAST_FACTOR / 4) {
            return refused(Refusal.NO_RISE);
        }
        if (rise < 0) {
            return refused(Refusal.FELL);
        }
        double factor = truth / rise;
        if (!(factor >= LEAST_FACTOR && factor <= MOST_FACTOR)) {
            return refused(Refusal.WRONG_SCALE);
        }
        var found = new ProbeCalibration(air.mean(), factor, factor * air.deviation(), when, probe);
        Headroom headroom = Headroom.of(channel, found);
        String text = String.format(
                Locale.ROOT,
                "zero %.1f cmH2O, scale %.3f, %s",
                air.mean() / PASCAL_PER_CENTIMETRE,
                factor,
                headroom.text());
        return new Result(found, headroom, null, text);
    }

    private static Result refused(Refusal why) {
        String text = switch (why) {
            case TOO_SHORT -> "too short: hold each point still for 4 s";
            case SATURATED ->
                "the sensor is at its end, in air or in the column: its offset takes its range; use a"
                        + " lower gain, a lower column, or another sensor";
            case BAD_SAMPLES -> "bad samples: check the sensor with 'pelvi4j monitor' first";
            case NOT_STEADY ->
                "not steady within 0.5 cm of water: let it hang still, and check hose and probe for" + " leaks";
            case NO_RISE -> "no rise: the probe did not hang in the water, or hose and probe leak";
            case FELL -> "the pressure fell in water: swap the sensor's ports or its two signal wires";
            case WRONG_SCALE ->
                "the sensor told less than 0.4 or more than 2.5 times of the column: check its type"
                        + " and range in the URI, and the height in centimetres";
        };
        return new Result(null, null, why, text);
    }

    /** The mean of one point, in two halves. */
    private static final class Point {
        private final int skipped;
        private final int half;
        private int seen;
        private int count;
        private int bad;
        private int railed;
        private double first;
        private double second;
        private double squares;
        private double origin;

        Point(int skipped, int half) {
            this.skipped = skipped;
            this.half = half;
        }

        void take(double told, int flaws) {
            if (seen < skipped) {
                seen++;
                return;
            }
            if (isFull()) {
                return;
            }
            if (flaws != 0 || !Double.isFinite(told)) {
                railed += (flaws & Flaw.SATURATED) != 0 ? 1 : 0;
                bad++;
                return;
            }
            origin = count == 0 ? told : origin;
            double from = told - origin;
            squares += from * from;
            if (count++ < half) {
                first += from;
            } else {
                second += from;
            }
        }

        boolean isFull() {
            return count == 2 * half;
        }

        @Nullable
        Refusal refusal() {
            // A rail now and then is noise at the end of the range: no better.
            if (railed > 0) {
                return Refusal.SATURATED;
            }
            if (bad > half / 4) {
                return Refusal.BAD_SAMPLES;
            }
            if (!isFull()) {
                return Refusal.TOO_SHORT;
            }
            return Math.abs(first - second) / half > STEADY_PASCAL ? Refusal.NOT_STEADY : null;
        }

        double mean() {
            return origin + (first + second) / count;
        }

        double deviation() {
            double mean = (first + second) / count;
            return Math.sqrt(Math.max(0, squares / count - mean * mean));
        }
    }
}
