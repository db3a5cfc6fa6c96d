package org.pelvi4j.sensor;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.function.LongPredicate;
import java.util.function.LongUnaryOperator;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.ByteLink;
import org.pelvi4j.time.VirtualClock;

/**
 * A Cyton in virtual time, written from DOMAIN.md 3.8: channel 1 of frame i carries i counts. Strict: a command that it
 * does not know is an error. Its sampling, its wire and its losses are set by the test.
 */
final class BoardDouble implements ByteLink {
    private static final class Delivery {
        final long atNanos;
        final byte[] bytes;

        Delivery(long atNanos, byte[] bytes) {
            this.atNanos = atNanos;
            this.bytes = bytes;
        }
    }

    private final VirtualClock clock;
    private final ArrayDeque<Delivery> wire = new ArrayDeque<>();
    private final ByteArrayOutputStream batch = new ByteArrayOutputStream();
    final StringBuilder commands = new StringBuilder();
    /** True samples a second, frames in a delivery, and when a frame arrives that was taken at a time. */
    double rateHz = 250;

    int batchFrames = 1;
    LongUnaryOperator arrival = taken -> taken + 2_000_000;
    LongPredicate lost = index -> false;
    boolean silent;
    boolean answersSettings = true;
    long answerNanos = 30_000_000;
    boolean unplugged;
    boolean closed;
    /** The reader is held up for so long once it has the frame of this counter, as a busy machine does. */
    long heldUpNanos;

    int heldUpAt;

    private boolean streaming;
    private long originNanos;
    private long originIndex;
    /** Index of the next frame, and what its counter shows. */
    long index;

    int counter;
    private long lastDelivery = Long.MIN_VALUE;

    BoardDouble(VirtualClock clock) {
        this.clock = clock;
    }

    /** Lets it stream as if somebody had started it before. */
    BoardDouble streaming() {
        start();
        return this;
    }

    private void start() {
        streaming = true;
        originNanos = clock.nowNanos();
        originIndex = index;
    }

    /** When a frame was taken, as the truth has it. */
    long takenNanos(long frame) {
        return originNanos + Math.round((frame + 1 - originIndex) * 1e9 / rateHz);
    }

    /** Has it sample at another rate from now on. */
    void changeRate(double hertz) {
        generate(clock.nowNanos());
        originNanos = takenNanos(index - 1);
        originIndex = index;
        rateHz = hertz;
    }

    /** Prints a banner and begins counting anew, streaming only when asked again. */
    void reset() {
        streaming = false;
        counter = 0;
        deliver(clock.nowNanos() + answerNanos, "OpenBCI V3 8-16 channel\r\nFirmware: v3.1.2\r\n$$$");
    }

    void deliver(long atNanos, String text) {
        deliver(atNanos, text.getBytes(StandardCharsets.US_ASCII));
    }

    void deliver(long atNanos, byte[] bytes) {
        lastDelivery = Math.max(lastDelivery, atNanos);
        wire.add(new Delivery(lastDelivery, bytes));
    }

    private void generate(long untilNanos) {
        while (streaming && takenNanos(index) - untilNanos <= 0) {
            long taken = takenNanos(index);
            if (!lost.test(index)) {
                batch.writeBytes(frame());
            }
            counter = (counter + 1) & 0xFF;
            index++;
            if (index % batchFrames == 0) {
                if (!silent) {
                    deliver(arrival.applyAsLong(taken), batch.toByteArray());
                }
                batch.reset();
            }
        }
    }

    private byte[] frame() {
        byte[] frame = new byte[33];
        frame[0] = (byte) 0xA0;
        frame[1] = (byte) counter;
        frame[2] = (byte) (index >> 16);
        frame[3] = (byte) (index >> 8);
        frame[4] = (byte) index;
        frame[32] = (byte) 0xC0;
        return frame;
    }

    @Override
    public int read(byte[] into) throws BusException {
        gone();
        long deadline = clock.nowNanos() + 100_000_000;
        generate(clock.nowNanos());
        while (wire.isEmpty() || wire.peek().atNanos - clock.nowNanos() > 0) {
            if (clock.nowNanos() - deadline >= 0) {
                return 0;
            }
            long wait = deadline - clock.nowNanos();
            wait = wire.isEmpty() ? wait : Math.min(wait, wire.peek().atNanos - clock.nowNanos());
            wait = streaming ? Math.min(wait, takenNanos(index) - clock.nowNanos()) : wait;
            clock.advance(Math.max(1, wait));
            generate(clock.nowNanos());
        }
        return take(into);
    }

    private int take(byte[] into) {
        int count = 0;
        while (!wire.isEmpty() && wire.peek().atNanos - clock.nowNanos() <= 0 && count < into.length) {
            Delivery next = wire.poll();
            int piece = Math.min(next.bytes.length, into.length - count);
            System.arraycopy(next.bytes, 0, into, count, piece);
            count += piece;
            if (heldUpNanos > 0 && next.bytes[0] == (byte) 0xA0 && next.bytes[1] == heldUpAt) {
                clock.advance(heldUpNanos);
                heldUpNanos = 0;
                return count;
            }
            if (piece < next.bytes.length) {
                wire.addFirst(new Delivery(next.atNanos, Arrays.copyOfRange(next.bytes, piece, next.bytes.length)));
            }
        }
        return count;
    }

    @Override
    public void write(byte[] bytes) throws BusException {
        gone();
        String text = new String(bytes, StandardCharsets.US_ASCII);
        commands.append(text);
        if (silent) {
            return;
        }
        generate(clock.nowNanos());
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case 'v' -> reset();
                case 'b' -> start();
                case 's', 'd' -> streaming = false;
                case 'x' -> {
                    if (!text.substring(i).matches("x[1-8]0[0-6]0000X.*")) {
                        throw new AssertionError(
                                "command: expected x CH PWR GAIN INPUT BIAS SRB2 SRB1 X but was " + text);
                    }
                    i += 8;
                    if (answersSettings) {
                        deliver(
                                clock.nowNanos() + answerNanos,
                                "Success: Channel set for " + text.charAt(i - 7) + "$$$");
                    }
                }
                default -> throw new AssertionError("command: expected one of v b s d x but was " + text.charAt(i));
            }
        }
    }

    private void gone() throws BusException {
        if (unplugged || closed) {
            throw new BusException(BusException.Kind.DISCONNECTED, "port: the device has gone");
        }
    }

    @Override
    public void close() {
        closed = true;
    }

    /** Opens it again, as after a replug: what was under way is lost. */
    void reopen() {
        closed = false;
        generate(clock.nowNanos());
        wire.clear();
        lastDelivery = Long.MIN_VALUE;
    }
}
