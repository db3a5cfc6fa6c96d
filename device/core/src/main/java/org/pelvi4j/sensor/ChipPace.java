package org.pelvi4j.sensor;

import org.pelvi4j.sensor.Gap.Cause;

/** A chip that converts by its own clock and tells when: its rate is estimated. Confined to one thread. */
final class ChipPace implements Placement {
    /** Longer than any stretch of lost conversions that is not a new beginning. */
    private static final int COUNTER_VALUES = 1 << 30;

    private final Timeline timeline;
    private final Batch batch;
    private boolean placed;
    private int counter;

    ChipPace(SensorInfo info) {
        timeline = new Timeline(info, new Counting(COUNTER_VALUES, true), 1);
        batch = new Batch(1, info.channels().size());
    }

    @Override
    public void opened() {
        if (placed) {
            timeline.resume(Cause.DISCONNECTED, 0);
        }
    }

    @Override
    public long waitNanos(long nowNanos) {
        return 0;
    }

    @Override
    public void asked(long nowNanos) {
        // the chip itself dates what it has
    }

    @Override
    public void place(int conversions, long takenNanos, long nowNanos, double[] values, int[] flaws, SampleSink out) {
        counter = (counter + conversions) % COUNTER_VALUES;
        placed = true;
        batch.clear();
        batch.add(counter, values, flaws);
        timeline.place(batch, takenNanos, out);
        timeline.empty(takenNanos);
    }

    @Override
    public double wrongRateHz() {
        return timeline.wrongRateHz();
    }
}
