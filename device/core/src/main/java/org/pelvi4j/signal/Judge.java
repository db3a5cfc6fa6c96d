package org.pelvi4j.signal;

import org.pelvi4j.sensor.Channel;
import org.pelvi4j.sensor.Flaw;
import org.pelvi4j.sensor.Signal;

/** Tells of each raw sample whether it counts. Confined to one thread. */
final class Judge {
    /** Samples at a rail before the converter counts as saturated. Source: RELIABILITY E7. */
    private static final int RAILED_SAMPLES = 5;
    /** The same value for longer is stuck, where the sensor does not know better; coarse converters repeat at rest. */
    private static final double EMG_STUCK_SECONDS = 0.5;
    /** Likewise; slow pressure on a coarse converter stays on one code for a breath's turn. Source: RELIABILITY C4. */
    private static final double PRESSURE_STUCK_SECONDS = 2;
    /** A mean step between samples of this share of the range is no muscle: chance alone makes a third. */
    private static final double GARBAGE_STEP = 0.12;
    /** The mean step is taken over this time, and over 10 samples at least. Source: RELIABILITY E3, within 500 ms. */
    private static final double GARBAGE_SECONDS = 0.1;

    /** Once it is garbage, it is so until it has been far from it for a while: chance looks sane now and then. */
    private static final double UNTIL_SHARE = 0.3;

    private static final double SANE_SECONDS = 1;

    private final Channel channel;
    private final Oddity oddity;
    private final long stuckSamples;
    private final double follow;
    private final double garbage;
    private final long saneSamples;
    private double last = Double.NaN;
    private double meanStep;
    private long sane;
    private boolean mad;
    private long same;
    private long railed;

    Judge(Channel channel, double rateHz) {
        this.channel = channel;
        boolean pressure = channel.signal() == Signal.PRESSURE;
        double seconds = pressure ? PRESSURE_STUCK_SECONDS : EMG_STUCK_SECONDS;
        stuckSamples = Math.max(RAILED_SAMPLES, Math.round(seconds * rateHz));
        follow = 1 / Math.max(10, GARBAGE_SECONDS * rateHz);
        garbage = GARBAGE_STEP * (channel.maximum() - channel.minimum());
        oddity = switch (channel.signal()) {
            case PRESSURE -> new Jumps(follow, rateHz);
            case EMG -> new Chaos(follow, rateHz);
            case ENVELOPE -> Oddity.NONE;
        };
        saneSamples = Math.round(SANE_SECONDS * rateHz);
    }

    Quality of(double value, int flaws) {
        if ((flaws & Flaw.LEAD_OFF) != 0) {
            return Quality.LEAD_OFF;
        }
        if ((flaws & Flaw.STALE) != 0) {
            return Quality.STALE;
        }
        if (!Double.isFinite(value) || (flaws & Flaw.OUT_OF_RANGE) != 0) {
            return Quality.GARBAGE;
        }
        same = value == last ? same + 1 : 0;
        double step = Double.isNaN(last) ? 0 : value - last;
        meanStep += (Math.abs(step) - meanStep) * follow;
        oddity.next(step, mad);
        last = value;
        railed = value <= channel.minimum() || value >= channel.maximum() ? railed + 1 : 0;
        if ((flaws & Flaw.SATURATED) != 0 || railed >= RAILED_SAMPLES) {
            return Quality.SATURATED;
        }
        double share = mad ? UNTIL_SHARE : 1;
        boolean now = meanStep > share * garbage || oddity.isOver(share);
        sane = now ? 0 : sane + 1;
        mad = now || (mad && sane < saneSamples);
        if (mad || oddity.suspects()) {
            return Quality.GARBAGE;
        }
        return (flaws & Flaw.STUCK) != 0 || same >= stuckSamples ? Quality.STUCK : Quality.GOOD;
    }
}
