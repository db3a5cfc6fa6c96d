package org.pelvi4j.sensor;

import org.pelvi4j.sensor.Gap.Cause;

/**
 * The times at which a chip is asked, on our own clock: uniform, whatever a transfer takes. What could not be asked in
 * time is missing, and never made up for. Source: RELIABILITY.md C2. Confined to one thread.
 */
final class OwnPace implements Placement {
    private final double periodNanos;
    private final long staleNanos;
    private boolean begun;
    private boolean anew;
    private long originNanos;
    private long last = -1;
    /** The slot that is being asked for. */
    private long slot = -1;

    OwnPace(SensorInfo info) {
        periodNanos = 1e9 / info.rateHz();
        staleNanos = Timeline.staleNanos(info);
    }

    @Override
    public void opened() {
        anew = last >= 0;
    }

    private long at(long number) {
        return originNanos + Math.round(number * periodNanos);
    }

    @Override
    public long waitNanos(long nowNanos) {
        return begun ? at(due(nowNanos)) - nowNanos : 0;
    }

    /** The earliest slot that has not been asked for, and has not gone by for more than half a period. */
    private long due(long nowNanos) {
        return Math.max(slot + 1, (long) Math.ceil((nowNanos - originNanos) / periodNanos - 0.5));
    }

    @Override
    public void asked(long nowNanos) {
        if (begun) {
            slot = due(nowNanos);
        } else {
            begun = true;
            originNanos = nowNanos;
            slot = 0;
        }
    }

    @Override
    public void place(int conversions, long takenNanos, long nowNanos, double[] values, int[] flaws, SampleSink out) {
        if (last < 0) {
            originNanos = at(slot);
            slot = 0;
        }
        long atNanos = at(slot);
        if (slot > last + 1) {
            Cause cause = anew ? Cause.DISCONNECTED : Cause.LOST;
            out.gap(new Gap(last + 1, slot - last - 1, at(last + 1), atNanos, cause));
        }
        anew = false;
        last = slot;
        for (int channel = 0; channel < flaws.length; channel++) {
            flaws[channel] |= nowNanos - atNanos > staleNanos ? Flaw.STALE : 0;
        }
        out.sample(slot, atNanos, values, flaws);
    }

    @Override
    public double wrongRateHz() {
        return 0;
    }
}
