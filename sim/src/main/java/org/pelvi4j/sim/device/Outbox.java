package org.pelvi4j.sim.device;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Bytes on their way: gathered into batches as a USB adapter does, held back by faults, sent, and what the port does not
 * take is dropped. Confined to one thread.
 */
final class Outbox {
    private final Wire wire;
    private final @Nullable Witness witness;
    private final ArrayDeque<Parcel> waiting = new ArrayDeque<>();
    private Parcel open = new Parcel();
    private long overrunBytes;
    private boolean plugged;
    private boolean held;

    Outbox(Wire wire, @Nullable Witness witness) {
        this.wire = wire;
        this.witness = witness;
    }

    void setPlugged(boolean plugged) {
        this.plugged = plugged;
    }

    /** Keeps everything back until it is let go. */
    void hold(boolean on) {
        held = on;
    }

    /** Drops what is gathered, such as a banner that nobody can hear. */
    void forget() {
        open = new Parcel();
    }

    long overrunBytes() {
        return overrunBytes;
    }

    /** Adds bytes that are no frame. */
    void add(byte[] bytes, int length) {
        open.append(bytes, length);
    }

    /** Adds a frame, with as many of its bytes as are left of it. */
    void add(Supplier<Pending> frame, byte[] bytes, int length) {
        open.append(bytes, length);
        open.count++;
        if (witness != null) {
            Pending pending = frame.get();
            pending.until = open.length;
            open.frames.add(pending);
        }
    }

    int openFrames() {
        return open.count;
    }

    /** Closes the batch: it goes at a time, not before those in front of it. */
    void close(long releaseNanos, int chunkBytes) {
        if (open.length == 0 && open.count == 0) {
            return;
        }
        open.releaseNanos = releaseNanos;
        open.chunkBytes = chunkBytes;
        if (!waiting.isEmpty() && waiting.getLast().releaseNanos - releaseNanos > 0) {
            open.releaseNanos = waiting.getLast().releaseNanos;
        }
        waiting.add(open);
        open = new Parcel();
    }

    boolean isWaiting() {
        return !held && !waiting.isEmpty();
    }

    /** When the next batch goes; only while one is waiting. */
    long nextReleaseNanos() {
        return waiting.element().releaseNanos;
    }

    /** Sends what is due. */
    void release(long nowNanos) {
        while (isWaiting() && waiting.element().releaseNanos - nowNanos <= 0) {
            deliver(waiting.remove());
        }
    }

    /** Loses what is held back: the plug is out. */
    void drop() {
        while (!waiting.isEmpty()) {
            deliver(waiting.remove());
        }
    }

    private void deliver(Parcel parcel) {
        boolean heard = plugged && wire.opened();
        int taken = heard ? send(parcel) : 0;
        if (witness != null) {
            for (Pending frame : parcel.frames) {
                witness.frame(frame.become(fate(frame, heard, taken), parcel.releaseNanos));
            }
        }
    }

    private Fate fate(Pending frame, boolean heard, int taken) {
        if (frame.fate != Fate.SENT) {
            return frame.fate;
        }
        if (!heard) {
            return plugged ? Fate.CLOSED : Fate.UNPLUGGED;
        }
        return frame.until <= taken ? Fate.SENT : Fate.OVERRUN;
    }

    private int send(Parcel parcel) {
        int sent = 0;
        while (sent < parcel.length) {
            int wanted = Math.min(parcel.chunkBytes, parcel.length - sent);
            int taken = wire.send(parcel.bytes, sent, wanted);
            sent += taken;
            if (taken < wanted) {
                overrunBytes += parcel.length - sent;
                return sent;
            }
        }
        return sent;
    }

    /** A frame whose fate is not known yet. */
    static final class Pending {
        private final long number;
        private final double seconds;
        private final int counter;
        private final List<Double> values;
        private final Fate fate;
        private int until;

        Pending(long number, double seconds, int counter, double[] values, Fate fate) {
            this.number = number;
            this.seconds = seconds;
            this.counter = counter;
            this.values = Arrays.stream(values).boxed().toList();
            this.fate = fate;
        }

        private Witness.Frame become(Fate known, long sentNanos) {
            return new Witness.Frame(number, seconds, counter, values, sentNanos, known);
        }
    }

    private static final class Parcel {
        private final List<Pending> frames = new ArrayList<>();
        private byte[] bytes = new byte[256];
        private int length;
        private int count;
        private int chunkBytes;
        private long releaseNanos;

        private void append(byte[] more, int count) {
            if (length + count > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + count));
            }
            System.arraycopy(more, 0, bytes, length, count);
            length += count;
        }
    }
}
