package org.pelvi4j.frame;

/**
 * Finds frames of fixed length in a stream of bytes. A frame is believed at once where and with the counter that the last
 * one leads to expect; anything else must be borne out by what follows it, so that a false marker in the data, a
 * damaged counter or lost bytes cost no good frame. Confined to one thread.
 */
final class Frames implements Decoder {
    /** Without a frame in that many frames' length the lock is gone. Source: chosen; a burst of noise is shorter. */
    private static final int LOCK_LOST_AFTER = 8;

    private final Shape shape;
    private final TextLines text;
    private final double[] fields;
    private final byte[] bytes;
    /** Where the next byte to judge stands, and where the bytes end. */
    private int at;

    private int end;
    /** Bytes thrown away since the last frame; -1 without a lock. */
    private int strayed = -1;

    private int last;
    private boolean everLocked;
    private long frames;
    private long resyncs;
    private long lost;
    private long badChecks;
    private long saturated;

    Frames(Shape shape, int fieldCount, TextLines text) {
        this.shape = shape;
        this.text = text;
        this.fields = new double[fieldCount];
        this.bytes = new byte[16 * shape.length() * shape.framesToLock()];
    }

    @Override
    public void decode(byte[] input, int length, FrameSink out) {
        int taken = 0;
        while (taken < length) {
            int piece = Math.min(length - taken, bytes.length - end);
            System.arraycopy(input, taken, bytes, end, piece);
            taken += piece;
            end += piece;
            while (at < end && judge(out)) {}
            System.arraycopy(bytes, at, bytes, 0, end - at);
            end -= at;
            at = 0;
        }
    }

    /** Judges what stands at the next byte; false when more bytes are needed for that. */
    private boolean judge(FrameSink out) {
        if (!shape.mayBegin(bytes, at, end - at)) {
            return refuse(out);
        }
        if (end - at < shape.length()) {
            return false;
        }
        if (!shape.isWhole(bytes, at)) {
            return refuse(out);
        }
        int counter = shape.counter(bytes, at);
        if (strayed >= 0 && strayed % shape.length() == 0 && counter == after(last, 1 + strayed / shape.length())) {
            return accept(counter, out);
        }
        return (strayed == 0 && shape.hasMarker())
                ? afterLoss(counter, out)
                : whenFollowed(shape.framesToLock() - 1, counter, out);
    }

    /** A frame that was not expected, by its place or counter: believed when so many others follow it, each counting on. */
    private boolean whenFollowed(int followers, int counter, FrameSink out) {
        for (int i = 1; i <= followers; i++) {
            int next = at + i * shape.length();
            if (end - next < 1) {
                return false;
            }
            if (!shape.mayBegin(bytes, next, end - next)) {
                return refuse(out);
            }
            if (end - next < shape.length()) {
                return false;
            }
            if (!shape.isWhole(bytes, next) || shape.counter(bytes, next) != after(counter, i)) {
                return refuse(out);
            }
        }
        return accept(counter, out);
    }

    /**
     * An unexpected counter in the expected place. Frames are missing before it if the next one counts on, or if two more
     * stand whole; this counter is damaged if the next one counts on from the last.
     */
    private boolean afterLoss(int counter, FrameSink out) {
        int next = at + shape.length();
        if (end - next < shape.length()) {
            return end - next > 0 && !shape.mayBegin(bytes, next, end - next) && refuse(out);
        }
        int following = shape.counter(bytes, next);
        if (!shape.isWhole(bytes, next) || (following == after(last, 2) && counter != after(last, 1))) {
            return refuse(out);
        }
        int third = next + shape.length();
        if (following == after(counter, 1)) {
            return accept(counter, out);
        }
        if (end - third < shape.length()) {
            return false;
        }
        return shape.isWhole(bytes, third) ? accept(counter, out) : refuse(out);
    }

    private int after(int counter, int steps) {
        return (counter + steps) % shape.counterValues();
    }

    private boolean accept(int counter, FrameSink out) {
        text.cut();
        if (strayed < 0) {
            resyncs += everLocked ? 1 : 0;
            everLocked = true;
        } else if (counter != last) {
            lost += Math.floorMod(counter - last - 1, shape.counterValues());
        }
        strayed = 0;
        last = counter;
        frames++;
        int rails = shape.read(bytes, at, fields);
        saturated += rails == 0 ? 0 : 1;
        at += shape.length();
        out.frame(counter, fields, rails);
        return true;
    }

    /** Counts a bad frame where one was due, and drops its first byte. */
    private boolean refuse(FrameSink out) {
        if (strayed >= 0 && strayed % shape.length() == 0) {
            badChecks++;
        }
        return drop(out);
    }

    private boolean drop(FrameSink out) {
        String line = text.take(bytes[at++]);
        if (line != null) {
            out.text(line);
        }
        if (strayed >= 0 && (++strayed >= LOCK_LOST_AFTER * shape.length() || !shape.hasMarker())) {
            strayed = -1;
        }
        return true;
    }

    @Override
    public void restart() {
        text.cut();
        at = 0;
        end = 0;
        strayed = -1;
    }

    @Override
    public Counters counters() {
        return new Counters(frames, resyncs, lost, badChecks, text.discarded(), saturated);
    }
}
