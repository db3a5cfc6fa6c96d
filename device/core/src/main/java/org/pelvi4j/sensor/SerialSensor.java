package org.pelvi4j.sensor;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.pelvi4j.frame.FrameSink;
import org.pelvi4j.link.SteadyLink;
import org.pelvi4j.time.Clock;

/** A board on a serial wire: link, decoder, board and timeline joined. Confined to one thread, but for close. */
final class SerialSensor implements Sensor {
    /** More than a pseudo-terminal or a serial driver holds, so that one read empties it. Source: RELIABILITY.md 3. */
    private static final int BUFFER_BYTES = 8192;
    /** A frame has 3 bytes at least, and a few more wait for the lock. */
    private static final int MOST_FRAMES = BUFFER_BYTES / 3 + 64;
    /** So many frames are held at most. Source: a tenth of a second of the fastest board. */
    private static final int MOST_HELD = 512;
    /** Old data for so long means that the board must begin anew. Source: chosen, over any hiccup of a radio. */
    private static final long LATE_NANOS = 1_000_000_000L;
    /** Data is equally old within that. Source: chosen, over the jitter of a wire. */
    private static final long STEADY_NANOS = 100_000_000L;
    /** Another thread's close waits that long for a read, to say goodbye to the board. Source: Sensor.close, 500 ms. */
    private static final long CLOSE_WAIT_MILLIS = 300;

    private final Board board;
    private final Dialogue dialogue;
    private final SteadyLink link;
    private final Clock clock;
    private final Timeline timeline;
    private final Batch batch;
    private final Backlog backlog;
    private final Holding holding;
    private final StuckWatch stuck;
    private final Health health;
    private final FrameSink intake = new Intake();
    private final ReentrantLock busy = new ReentrantLock();
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private final double[] values;
    private final int[] flaws;
    private int openings;
    private int openingsOfStream;
    private int stream;
    private long arrivedNanos;
    private long lastSampleNanos;
    private long lateNanos;
    private long lateSinceNanos;
    private volatile boolean closed;
    private volatile SensorState state;

    SerialSensor(Board board, SteadyLink link, Clock clock) {
        this.board = board;
        dialogue = board.dialogue();
        this.link = link;
        this.clock = clock;
        int channels = board.info().channels().size();
        timeline = new Timeline(board.info(), board.counting(), MOST_FRAMES + MOST_HELD);
        batch = new Batch(MOST_FRAMES + MOST_HELD, channels);
        backlog = new Backlog(board.info().rateHz());
        holding = new Holding(board.counting());
        stuck = new StuckWatch(channels, board.stuckAfter());
        health = new Health(link, board, timeline);
        values = new double[channels];
        flaws = new int[channels];
        lastSampleNanos = clock.nowNanos();
        state = health.judge(lastSampleNanos, lastSampleNanos);
    }

    @Override
    public SensorInfo info() {
        return board.info();
    }

    @Override
    public SensorState state() {
        return state;
    }

    @Override
    public boolean read(SampleSink out) {
        busy.lock();
        try {
            if (!closed) {
                step(out);
            }
            return !closed;
        } finally {
            busy.unlock();
        }
    }

    private void step(SampleSink out) {
        int count = link.read(buffer);
        long now = clock.nowNanos();
        if (link.openings() != openings) {
            openings = link.openings();
            dialogue.opened(now);
            backlog.opened(now);
            board.decoder().restart();
        }
        arrivedNanos = now;
        if (!holding.on()) {
            batch.clear();
        }
        int before = batch.size();
        if (count > 0) {
            board.decoder().decode(buffer, count, intake);
            forget(before, backlog.of(batch.size() - before, now), now);
        }
        if (batch.size() > before) {
            follow(before, now);
            lastSampleNanos = now;
        }
        place(now, out);
        if (link.isDrained()) {
            timeline.empty(now);
        }
        if (link.isOpen()) {
            watchAge(now);
            dialogue.advance(now, link);
        }
        state = health.judge(now, lastSampleNanos);
    }

    /** What was made before the wire was opened is no sample of this time, and so is what came before it. */
    private void forget(int before, int old, long now) {
        if (old > 0) {
            batch.dropFirst(before + old);
            timeline.resume(Gap.Cause.LOST, dialogue.delayNanos());
            holding.begin(now);
        }
    }

    /** The first frames of another stream do not count on from the last one. */
    private void follow(int before, long now) {
        if (dialogue.stream() != stream) {
            boolean again = openingsOfStream > 0;
            stream = dialogue.stream();
            timeline.resume(
                    openings == openingsOfStream ? Gap.Cause.SILENT : Gap.Cause.DISCONNECTED, dialogue.delayNanos());
            openingsOfStream = openings;
            if (again) {
                batch.dropFirst(before);
                holding.begin(now);
            }
        }
    }

    private void place(long now, SampleSink out) {
        if (!holding.on()) {
            if (batch.size() > 0) {
                timeline.place(batch, now, out);
            }
            return;
        }
        holding.note(batch, now, timeline.periodNanos());
        if (batch.size() >= MOST_HELD || holding.isOver(now)) {
            long arrived = holding.end(now, timeline.periodNanos());
            if (batch.size() > 0) {
                timeline.place(batch, arrived, out);
            }
        }
    }

    /**
     * Data that stays equally old is asked for anew: a board that paused is live again then, and a wire that delays all
     * of it shows that in the board's answers. So is data younger than such a wire let through: its delay has changed.
     * Data that grows older is a matter of its rate.
     */
    private void watchAge(long now) {
        boolean steady = Math.abs(timeline.lateNanos() - lateNanos) < STEADY_NANOS;
        if (!isAgeWrong() || !steady || now - lastSampleNanos > LATE_NANOS) {
            lateSinceNanos = now;
            lateNanos = timeline.lateNanos();
        } else if (now - lateSinceNanos > LATE_NANOS) {
            lateSinceNanos = now;
            dialogue.refresh();
        }
    }

    private boolean isAgeWrong() {
        long delay = dialogue.delayNanos();
        return delay > 0 ? timeline.lateNanos() < delay - STEADY_NANOS : timeline.isLate();
    }

    @Override
    public void close() {
        closed = true;
        boolean alone = false;
        try {
            alone = busy.tryLock(CLOSE_WAIT_MILLIS, TimeUnit.MILLISECONDS);
            if (alone && link.isOpen()) {
                dialogue.leave(link);
            }
        } catch (InterruptedException hurry) {
            // whoever interrupts wants no goodbye: the wire is closed below
        } finally {
            link.close();
            if (alone) {
                busy.unlock();
            }
        }
    }

    /** Sorts what the decoder finds. */
    private final class Intake implements FrameSink {
        @Override
        public void frame(int counter, double[] fields, int saturated) {
            if (!board.frame(fields)) {
                return;
            }
            for (int channel = 0; channel < flaws.length; channel++) {
                flaws[channel] = 0;
            }
            board.convert(fields, saturated, values, flaws);
            for (int channel = 0; channel < values.length; channel++) {
                Channel range = board.info().channels().get(channel);
                boolean inside = values[channel] >= range.minimum() && values[channel] <= range.maximum();
                flaws[channel] |= inside ? 0 : Flaw.OUT_OF_RANGE;
            }
            stuck.watch(values, flaws);
            batch.add(board.counter(counter), values, flaws);
        }

        @Override
        public void text(String line) {
            dialogue.text(line, arrivedNanos);
        }
    }
}
