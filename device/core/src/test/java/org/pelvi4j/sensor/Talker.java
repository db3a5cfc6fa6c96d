package org.pelvi4j.sensor;

import java.util.ArrayDeque;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.ByteLink;
import org.pelvi4j.time.VirtualClock;

/** A board in virtual time that answers commands and streams frames, as a test tells it to. */
final class Talker implements ByteLink {
    private final VirtualClock clock;
    private final double rateHz;
    private final IntFunction<byte[]> frame;
    private final ArrayDeque<byte[]> answers = new ArrayDeque<>();
    Consumer<byte[]> commands = bytes -> {};
    boolean streaming;
    boolean unplugged;
    int number;
    private long startNanos;
    private int started;

    Talker(VirtualClock clock, double rateHz, IntFunction<byte[]> frame) {
        this.clock = clock;
        this.rateHz = rateHz;
        this.frame = frame;
    }

    void answer(byte[] bytes) {
        answers.add(bytes);
    }

    void start() {
        streaming = true;
        started = number;
        startNanos = clock.nowNanos();
    }

    private long due() {
        return startNanos + Math.round((number - started + 1) * 1e9 / rateHz);
    }

    @Override
    public int read(byte[] into) throws BusException {
        if (unplugged) {
            throw new BusException(BusException.Kind.DISCONNECTED, "gone");
        }
        byte[] bytes = answers.poll();
        if (bytes == null) {
            long wait = streaming ? due() - clock.nowNanos() : Long.MAX_VALUE;
            clock.advance(Math.max(0, Math.min(wait, 100_000_000)));
            if (!streaming || due() - clock.nowNanos() > 0) {
                return 0;
            }
            bytes = frame.apply(number++);
        } else {
            clock.advance(20_000_000);
        }
        System.arraycopy(bytes, 0, into, 0, bytes.length);
        return bytes.length;
    }

    @Override
    public void write(byte[] bytes) {
        commands.accept(bytes);
    }

    @Override
    public void close() {}
}
