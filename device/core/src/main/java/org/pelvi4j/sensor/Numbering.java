package org.pelvi4j.sensor;

import org.jspecify.annotations.Nullable;

/**
 * Gives the frames of a device their numbers in the timeline, missing ones counted: by the device's counter, and by the
 * monotonic clock where that has gone round or begun anew. Source: RELIABILITY.md B8. Confined to one thread.
 */
final class Numbering {
    /** The number of a frame that was there before: a duplicate, or one that was overtaken. */
    static final long OLD = -1;

    /** A frame that comes so long before its time shows that the counter began anew. Source: chosen, over any jitter. */
    private static final double EARLY_NANOS = 50e6;

    private static final int EARLY_PERIODS = 8;
    /** A frame can have been overtaken by so many. Source: chosen. */
    private static final int MOST_OVERTAKEN = 8;
    /** Whole rounds are missing only if the frame then is so exactly in time; otherwise it is late. Source: chosen. */
    private static final double IN_TIME_NANOS = 25e6;

    private static final int IN_TIME_PERIODS = 6;
    /** A delay that jitter cannot explain; a counter of 4 bits goes round in less. Source: chosen. */
    private static final double CERTAIN_NANOS = 60e6;
    /** So exactly a counter agrees with the clock if the board went on while it was away. Source: chosen. */
    private static final double WENT_ON_NANOS = 10e6;

    private static final int WENT_ON_PERIODS = 2;

    /** Source: ByteLink.read. */
    private static final double LONGEST_READ_NANOS = 100e6;

    private final SampleClock clock;
    private final Counting counting;
    private final long staleNanos;
    private final long[] numbers;
    private final Gap.Cause[] causes;
    private long lastNumber = OLD;
    private int lastCounter;
    private int oldCounter = -1;
    private Gap.@Nullable Cause resuming;
    /** When the wire was empty before the last batch came: what was lost since then may have been lost unseen. */
    private long unseenSinceNanos;

    /** The batch in hand. */
    private int run;

    private long nowNanos;
    private long emptySinceNanos;

    Numbering(SampleClock clock, Counting counting, long staleNanos, int capacity) {
        this.clock = clock;
        this.counting = counting;
        this.staleNanos = staleNanos;
        this.numbers = new long[capacity];
        this.causes = new Gap.Cause[capacity];
    }

    /** What follows does not count on from what was: the next frame is numbered by the clock. */
    void resume(Gap.Cause cause) {
        resuming = cause;
    }

    /** Numbers the frames of a batch that came now, where the wire was last seen empty at a time before. */
    void number(Batch batch, long arrivedNanos, long lastEmptyNanos) {
        nowNanos = arrivedNanos;
        emptySinceNanos = lastEmptyNanos;
        boolean first = lastNumber == OLD;
        for (int i = 0; i < batch.size(); i++) {
            int counter = batch.counter(i);
            int step = Math.floorMod(counter - lastCounter, counting.values());
            causes[i] = Gap.Cause.LOST;
            if (first) {
                numbers[i] = i == 0 ? 0 : step == 0 ? OLD : lastNumber + step;
            } else if (step == 1 && resuming == null && !isOverdue(1)) {
                numbers[i] = lastNumber + 1;
            } else {
                run = run(batch, i);
                numbers[i] = surprise(i, counter, step);
            }
            keep(counter, numbers[i]);
        }
        if (batch.size() > 0) {
            unseenSinceNanos = lastEmptyNanos;
        }
    }

    private void keep(int counter, long number) {
        oldCounter = number == OLD ? counter : -1;
        if (number != OLD) {
            lastCounter = counter;
            lastNumber = number;
        }
    }

    /** The number of a frame of the batch, or {@link #OLD}. */
    long number(int index) {
        return numbers[index];
    }

    /** Why frames are missing before a frame of the batch. */
    Gap.Cause cause(int index) {
        return causes[index];
    }

    /** Tells whether the frame so many steps on should have come while the wire was seen empty, after a time in which it was not seen. */
    private boolean isOverdue(int step) {
        return emptySinceNanos - clock.at(lastNumber + step) > staleNanos && nowNanos - unseenSinceNanos > staleNanos;
    }

    /** How many frames of the batch count on after this one. */
    private int run(Batch batch, int index) {
        int end = index + 1;
        while (end < batch.size() && batch.counter(end) == (batch.counter(end - 1) + 1) % counting.values()) {
            end++;
        }
        return end - index - 1;
    }

    private long surprise(int index, int counter, int step) {
        Gap.Cause known = resuming;
        if (known != null) {
            resuming = null;
            causes[index] = known;
            return counting.byDevice() ? afterAbsence(step) : byClock();
        }
        if (!counting.byDevice()) {
            causes[index] = isOverdue(1) ? Gap.Cause.SILENT : Gap.Cause.LOST;
            return isOverdue(1) ? byClock() : lastNumber + Math.max(1, step);
        }
        if (step == 1) {
            return lastNumber + 1 + wholeRounds();
        }
        if (oldCounter >= 0 && counter == (oldCounter + 1) % counting.values()) {
            return byClock();
        }
        return jump(step == 0 ? counting.values() : step);
    }

    private double lateNanos(long number) {
        return nowNanos - clock.at(number + run);
    }

    private double roundNanos() {
        return counting.values() * clock.periodNanos();
    }

    /** The frame that has come now is the one that was due now. */
    private long byClock() {
        long due = Math.round((nowNanos - clock.at(lastNumber)) / clock.periodNanos());
        return lastNumber + Math.max(1, due - run);
    }

    /** A board that went on while it was away still counts right; that shows when the counter agrees with the clock. */
    private long afterAbsence(int step) {
        long rounds = Math.round(lateNanos(lastNumber + step) / roundNanos());
        boolean after = step + rounds * counting.values() > 0;
        double exactly = Math.max(WENT_ON_NANOS, WENT_ON_PERIODS * clock.periodNanos());
        return after && agrees(step, rounds, exactly) ? lastNumber + step + rounds * counting.values() : byClock();
    }

    private boolean agrees(int step, long rounds, double exactly) {
        double off = lateNanos(lastNumber + step) - rounds * roundNanos();
        return Math.abs(off) < Math.min(exactly, roundNanos() / 4);
    }

    /** Frames missing though the counter counts on: whole rounds if that explains the delay, else none. */
    private long wholeRounds() {
        long rounds = rounds(1);
        return rounds > 0 && agrees(1, rounds, inTime()) ? rounds * counting.values() : 0;
    }

    private double inTime() {
        return Math.max(IN_TIME_NANOS, IN_TIME_PERIODS * clock.periodNanos());
    }

    /**
     * How many whole rounds the counter may have gone beside its step, by the clock: no more than fit in the time in which
     * frames were not seen to come, and only past frames that would have been seen on the wire.
     */
    private long rounds(int step) {
        double seen = emptySinceNanos - clock.at(lastNumber + step) + LONGEST_READ_NANOS;
        double unseen = nowNanos - unseenSinceNanos;
        double late = lateNanos(lastNumber + step);
        if (late < CERTAIN_NANOS) {
            return 0;
        }
        long most = (long) Math.floor((Math.min(seen, unseen) + inTime()) / roundNanos());
        return Math.max(0, Math.min(most, Math.round(late / roundNanos())));
    }

    private long jump(int step) {
        double early = Math.min(Math.max(EARLY_NANOS, EARLY_PERIODS * clock.periodNanos()), roundNanos() / 2);
        if (lateNanos(lastNumber + step) < -early) {
            boolean overtaken = step >= counting.values() - MOST_OVERTAKEN;
            return overtaken ? OLD : byClock();
        }
        // if no count agrees with the clock the frame is late, or of a counter that began anew: not live, either way
        long rounds = rounds(step);
        boolean agreed = rounds == 0 || !isOverdue(step) || agrees(step, rounds, inTime());
        return lastNumber + step + (agreed ? rounds * counting.values() : 0);
    }
}
