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
    /** Likewise; slow pressure on a coarse converter stays on one code for a breath's turn. */
    private static final double PRESSURE_STUCK_SECONDS = 3;

    private final Channel channel;
    private final long stuckSamples;
    private double last = Double.NaN;
    private long same;
    private long railed;

    Judge(Channel channel, double rateHz) {
        this.channel = channel;
        double seconds = channel.signal() == Signal.EMG ? EMG_STUCK_SECONDS : PRESSURE_STUCK_SECONDS;
        stuckSamples = Math.max(RAILED_SAMPLES, Math.round(seconds * rateHz));
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
        last = value;
        railed = value <= channel.minimum() || value >= channel.maximum() ? railed + 1 : 0;
        if ((flaws & Flaw.SATURATED) != 0 || railed >= RAILED_SAMPLES) {
            return Quality.SATURATED;
        }
        return (flaws & Flaw.STUCK) != 0 || same >= stuckSamples ? Quality.STUCK : Quality.GOOD;
    }
}
