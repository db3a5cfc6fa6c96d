package org.pelvi4j.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** RELIABILITY.md B8: what happened to the counter is told by the counter and the clock together. */
class NumberingTest {
    private static final double PERIOD = 4_000_000;
    private static final long STALL_BUFFER = 124;
    private static final SensorInfo INFO =
            new SensorInfo("test", 250, List.of(new Channel(Role.PFM, Signal.EMG, -1e9, 1e9, 1)));

    private final Random random = new Random(8);
    private final Timeline timeline = new Timeline(INFO, new Counting(256, true), 4096);
    private final Batch batch = new Batch(4096, 1);
    private final double[] row = new double[1];
    private final int[] flaws = new int[1];
    private final List<Long> given = new ArrayList<>();
    private final List<Long> numbers = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private long next;
    private final SampleSink sink = new SampleSink() {
        @Override
        public void sample(long number, long atNanos, double[] values, int[] sampleFlaws) {
            inTurn(number);
            next = number + 1;
            given.add((long) values[0]);
            numbers.add(number);
        }

        @Override
        public void gap(Gap gap) {
            inTurn(gap.firstNumber());
            next = gap.firstNumber() + gap.count();
            gaps.add(gap);
        }
    };

    /** The truth: index of the next frame, its counter, when index 0 was taken. */
    private long index;

    private int counter;
    private long shift;
    private long nowNanos;
    private long emptyNanos;

    private long taken(long frame) {
        return Math.round(frame * PERIOD);
    }

    private void frame(int count, long value) {
        row[0] = value;
        batch.add(count & 0xFF, row, flaws);
    }

    private void take() {
        frame(counter, index);
        counter++;
        index++;
    }

    /** Frames arrive now, no earlier than the last of them was taken. */
    private void arrive() {
        nowNanos = Math.max(nowNanos, taken(index - 1) + random.nextInt(3_000_000));
        timeline.place(batch, nowNanos, sink);
        batch.clear();
        emptyNanos = nowNanos;
        timeline.empty(emptyNanos);
    }

    private void flow(int frames) {
        for (int left = frames; left > 0; ) {
            int some = Math.min(left, 1 + random.nextInt(4));
            for (int i = 0; i < some; i++) {
                take();
            }
            arrive();
            left -= some;
        }
    }

    private void lose(long frames) {
        long end = taken(index + frames);
        while (end - nowNanos > 100_000_000) {
            nowNanos += 100_000_000;
            timeline.empty(nowNanos);
        }
        index += frames;
        counter += (int) (frames & 0xFF);
    }

    private void lostFramesAreCounted(long frames) {
        gaps.clear();
        lose(frames);
        flow(1 + random.nextInt(30));
        assertThat(gaps).as("%d lost before %d", frames, index).hasSize(1);
        assertThat(gaps.get(0).count()).isEqualTo(frames);
        assertThat(gaps.get(0).cause()).isEqualTo(Gap.Cause.LOST);
    }

    private void aDuplicateIsGivenOnce() {
        gaps.clear();
        int before = given.size();
        frame(counter - 1, -1);
        if (random.nextBoolean()) {
            arrive();
        }
        flow(10);
        assertThat(given.size() - before).isEqualTo(10);
        assertThat(gaps).isEmpty();
    }

    private void anOvertakenFrameLiesInAGap() {
        gaps.clear();
        frame(counter + 1, index + 1);
        if (random.nextBoolean()) {
            nowNanos = Math.max(nowNanos, taken(index + 1));
            arrive();
        }
        frame(counter, -1);
        counter += 2;
        index += 2;
        flow(10);
        assertThat(gaps).hasSize(1);
        assertThat(gaps.get(0).count()).isEqualTo(1);
    }

    private void anUnknownResetIsLateUntilItIsKnown() {
        gaps.clear();
        long before = next;
        long frames = 50L + random.nextInt(700);
        lose(frames);
        counter = 0;
        flow(10);
        // a board that begins anew where its counter would be is not known from one that lost frames
        boolean taken = gaps.size() == 1 && Math.abs(gaps.get(0).count() - frames) <= 60;
        assertThat(taken || timeline.isLate())
                .as("reset after %d, %s late %d", frames, gaps, timeline.lateNanos())
                .isTrue();
        timeline.resume(Gap.Cause.SILENT, 0);
        flow(10);
        long wrong = next - 20 - before - frames;
        assertThat(Math.abs(wrong)).isLessThanOrEqualTo(25);
        given.clear();
        numbers.clear();
        shift += wrong;
    }

    private void aKnownResetIsNumberedToASample() {
        gaps.clear();
        long frames = 50L + random.nextInt(700);
        lose(frames);
        counter = 0;
        timeline.resume(Gap.Cause.SILENT, 0);
        flow(10);
        assertThat(gaps).hasSize(1);
        long wrong = gaps.get(0).count() - frames;
        assertThat(Math.abs(wrong)).as("reset after %d", frames).isLessThanOrEqualTo(4);
        shift += wrong;
    }

    private void ourOwnStallLosesWhatTheWireCannotHold() {
        gaps.clear();
        long frames = 20L + random.nextInt(2500);
        for (int i = 0; i < Math.min(frames, STALL_BUFFER); i++) {
            take();
        }
        long lost = Math.max(0, frames - STALL_BUFFER);
        index += lost;
        counter += (int) (lost & 0xFF);
        nowNanos = taken(index);
        timeline.place(batch, nowNanos, sink);
        batch.clear();
        timeline.empty(nowNanos);
        flow(10);
        assertThat(gaps.stream().mapToLong(Gap::count).sum())
                .as("stall of %d", frames)
                .isEqualTo(lost);
    }

    @Test
    void aHundredThousandMishapsAreAllToldRight() {
        flow(3000);
        for (int i = 0; i < 100_000; i++) {
            switch (random.nextInt(6)) {
                case 0 -> lostFramesAreCounted(1 + random.nextInt(255));
                case 1 -> lostFramesAreCounted(1 + random.nextInt(2000));
                case 2 -> lostFramesAreCounted(256L * (1 + random.nextInt(4)));
                case 3 -> aDuplicateIsGivenOnce();
                case 4 -> anOvertakenFrameLiesInAGap();
                default -> ourOwnStallLosesWhatTheWireCannotHold();
            }
            flow(2 + random.nextInt(20));
            check();
        }
    }

    @Test
    void resetsAreNumberedByTheClock() {
        flow(3000);
        check();
        for (int i = 0; i < 1500; i++) {
            if (random.nextBoolean()) {
                aKnownResetIsNumberedToASample();
            } else {
                anUnknownResetIsLateUntilItIsKnown();
            }
            flow(1600 + random.nextInt(400));
            check();
        }
    }

    /** No frame twice, each under its own number. */
    private void check() {
        for (int i = 0; i < given.size(); i++) {
            if (numbers.get(i) - given.get(i) != shift) {
                throw new AssertionError("frame " + given.get(i) + ": expected a shift of " + shift
                        + " but its number is " + numbers.get(i));
            }
        }
        given.clear();
        numbers.clear();
    }

    private void inTurn(long number) {
        if (number != next) {
            throw new AssertionError("number: expected " + next + " but was " + number);
        }
    }
}
