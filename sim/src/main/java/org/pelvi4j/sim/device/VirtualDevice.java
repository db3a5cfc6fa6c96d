package org.pelvi4j.sim.device;

import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.sim.Source;
import org.pelvi4j.sim.draw.Draws;
import org.pelvi4j.sim.fault.Fault;
import org.pelvi4j.sim.fault.FaultKind;
import org.pelvi4j.sim.fault.Faults;
import org.pelvi4j.sim.fault.Faults.Change;

/**
 * A board, what it measures, its faults and its plug, as time goes on. Time is an argument: whoever runs it decides
 * whether it passes by itself. The scenario's clock starts at the board's first start command and stands while the board
 * does not measure. A start begins the source anew when it has ended, or when the reader has stopped the board and left.
 * Confined to one thread.
 */
final class VirtualDevice {
    private static final long LONGEST_IDLE_NANOS = 1_000_000_000L;

    private final Board board;
    private final Wire wire;
    private final @Nullable Witness witness;
    private final int batchFrames;
    private final SourceRun source;
    private final Faults faults;
    private final Measurement measurement;
    private final FrameClock clock;
    private final Outbox outbox;
    private final Sender sender;
    private boolean powered;
    private boolean plugged;
    private boolean opened;
    private boolean started;
    private boolean ticking;
    private boolean left;
    private double resumedSeconds;
    private long startNanos;
    private long nowNanos;

    VirtualDevice(Board board, Supplier<Source> sources, DeviceSetup setup, Wire wire) {
        this.board = board;
        this.wire = wire;
        this.witness = setup.witness();
        this.batchFrames = setup.batchFrames();
        this.source = new SourceRun(sources);
        this.faults = new Faults(setup.faults());
        Draws draws = Draws.of(setup.seed());
        this.measurement = new Measurement(board, source, faults, draws.split());
        setup.faults().forEach(this::check);
        this.clock = new FrameClock(board.rateHz());
        this.outbox = new Outbox(wire, witness);
        this.sender = new Sender(faults, draws.split(), outbox);
        if (witness != null) {
            measurement.tell(witness);
        }
    }

    /** Refuses what this device cannot do. */
    void check(Fault fault) {
        measurement.check(fault);
    }

    /** Sets the time at which it begins to live. */
    void beginAt(long atNanos) {
        nowNanos = atNanos;
        change();
    }

    /** Lets the source run to where an earlier run stopped. */
    void resumeAt(long number) {
        source.skipTo(number);
        resumedSeconds = source.number() / board.rateHz();
        tell(String.format(Locale.ROOT, "goes on at %.3f s", resumedSeconds));
    }

    DeviceStatus status() {
        return new DeviceStatus(source.number(), outbox.overrunBytes(), opened, measuring(), source.ended());
    }

    boolean measuring() {
        return board.streaming() && !source.ended();
    }

    double seconds() {
        return started ? resumedSeconds + (nowNanos - startNanos) * 1e-9 : resumedSeconds;
    }

    /** Puts the plug in; a board without a battery starts anew. */
    void plug(boolean renamed) {
        if (plugged) {
            return;
        }
        send();
        plugged = true;
        outbox.setPlugged(true);
        wire.plug(renamed);
        tell("plugged in");
        if (!powered || !board.hasBattery()) {
            powered = true;
            command(() -> board.powerOn(sender));
            outbox.forget();
        }
    }

    void unplug() {
        if (plugged) {
            send();
            plugged = false;
            opened = false;
            outbox.setPlugged(false);
            outbox.drop();
            wire.unplug();
            tell("unplugged");
        }
    }

    /** Adds a fault that begins now. */
    void begin(Fault fault) {
        check(fault);
        faults.add(fault.startingAt(seconds()));
        change();
    }

    /** Ends all faults. */
    void clear() {
        for (Fault fault : faults.clear()) {
            ends(fault);
        }
    }

    /** Says whether a program has the port open. */
    void setOpened(boolean now) {
        if (now == opened) {
            return;
        }
        opened = now;
        left |= !now && started && !board.streaming();
        tell(now ? "port opened" : "port closed");
        if (now) {
            double garbage = faults.amount(FaultKind.START_GARBAGE);
            if (garbage > 0) {
                sender.garbage((int) garbage);
            }
            command(() -> board.opened(sender));
            send();
        }
    }

    /** Hands the reader's bytes to the board. */
    void receive(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            int value = bytes[i] & 0xFF;
            command(() -> board.receive(value, nowNanos, sender));
        }
        send();
    }

    private void command(Runnable action) {
        boolean was = board.streaming();
        action.run();
        boolean is = board.streaming();
        if (is != was) {
            tell(is ? "start" : "stop");
        }
        if (is && !was) {
            if (source.ended() || left) {
                source.restart();
            }
            left = false;
            if (!started) {
                started = true;
                startNanos = nowNanos;
                change();
            }
        }
        tickIfNeeded();
    }

    private void tickIfNeeded() {
        boolean needed = board.streaming() || faults.isOn(FaultKind.FLOOD);
        if (needed && !ticking) {
            clock.start(nowNanos);
        }
        ticking = needed;
    }

    /** When it wants to be run next, at most a second from now. */
    long nextDueNanos() {
        long next = nowNanos + LONGEST_IDLE_NANOS;
        if (ticking) {
            next = earlier(next, clock.dueNanos());
        }
        if (outbox.isWaiting()) {
            next = earlier(next, outbox.nextReleaseNanos());
        }
        double change = faults.nextChangeSeconds();
        if (started && change < seconds() + 1) {
            next = earlier(next, startNanos + (long) Math.ceil((change - resumedSeconds) * 1e9));
        }
        return next;
    }

    private static long earlier(long a, long b) {
        return a - b < 0 ? a : b;
    }

    /** Does all that is due until a time. */
    void runUntil(long untilNanos) {
        for (long due = nextDueNanos(); due - untilNanos <= 0; due = nextDueNanos()) {
            nowNanos = due - nowNanos > 0 ? due : nowNanos;
            change();
            if (ticking && clock.dueNanos() - nowNanos <= 0) {
                tick();
            }
            outbox.release(nowNanos);
        }
        nowNanos = untilNanos - nowNanos > 0 ? untilNanos : nowNanos;
    }

    private void tick() {
        clock.advance();
        if (measuring() && !measurement.next(sender)) {
            tell("the source has ended");
        }
        if (faults.isOn(FaultKind.FLOOD) && !measuring()) {
            sender.flood(16);
        }
        double batch = faults.amount(FaultKind.BATCH);
        if (outbox.openFrames() >= (batch > 0 ? batch : batchFrames) || !measuring()) {
            closeBatch();
        }
    }

    private void closeBatch() {
        double late = faults.amount(FaultKind.DELAYED);
        double chunk = faults.amount(FaultKind.CHUNK);
        outbox.close(nowNanos + (late > 0 ? (long) (late * 1e9) : 0), chunk > 0 ? (int) chunk : Integer.MAX_VALUE);
    }

    private void send() {
        closeBatch();
        outbox.release(nowNanos);
    }

    private void change() {
        for (Change change : faults.advance(seconds())) {
            if (change.began()) {
                begins(change.fault());
            } else {
                ends(change.fault());
            }
        }
    }

    private void begins(Fault fault) {
        tell("fault " + fault + " on");
        switch (fault.kind()) {
            case UNPLUG, RENAME -> unplug();
            case COUNTER_JUMP -> board.skip((int) fault.amount());
            case RESET -> reset();
            case CLOCK -> clock.setFast(fault.amount());
            case STALL -> sender.cutNext();
            case PAUSE -> outbox.hold(true);
            default -> tickIfNeeded();
        }
    }

    private void ends(Fault fault) {
        tell("fault " + fault + " off");
        switch (fault.kind()) {
            case UNPLUG, RENAME -> plug(fault.kind() == FaultKind.RENAME);
            case CLOCK -> clock.setFast(0);
            case PAUSE -> outbox.hold(false);
            default -> tickIfNeeded();
        }
    }

    private void reset() {
        command(() -> board.powerOn(sender));
        if (opened) {
            command(() -> board.opened(sender));
        }
        send();
    }

    private void tell(String what) {
        if (witness != null) {
            witness.event(seconds(), what);
        }
    }
}
