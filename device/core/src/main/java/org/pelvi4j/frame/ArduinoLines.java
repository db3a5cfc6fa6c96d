package org.pelvi4j.frame;

import java.nio.charset.StandardCharsets;

/**
 * Lines of numbers as an Arduino sketch prints them: {@code 512,1023} or {@code pressure:1.5 temp:25}, LF or CRLF, at
 * most 128 bytes. The first line after the start may be cut and is thrown away; what is no line of numbers is text. The
 * counter counts lines that were meant to be frames, so that a damaged one leaves a hole. Fields count up to
 * {@link #width()}; the array is longer. Source: DOMAIN.md 3.3. Confined to one thread.
 */
public final class ArduinoLines implements Decoder {
    /** Values of the counter, which is this decoder's own. */
    public static final int COUNTER_VALUES = 256;

    private static final int LONGEST = 128;
    private static final int LINES_TO_LOCK = 3;
    /** So many lines in a row with another number of values are another device. Source: chosen; noise mixes widths. */
    private static final int WRONG_TO_UNLOCK = 10;

    private final Numbers numbers = new Numbers();
    private final byte[] line = new byte[LONGEST];
    private int length;
    private boolean overlong;
    private boolean cutLine = true;

    /** The lines that wait for the lock, and how many values each has; afterwards how many values are right. */
    private final double[][] waiting = new double[LINES_TO_LOCK][Numbers.MOST];

    private int agreed;
    private int width;
    private boolean locked;
    private boolean everLocked;
    private int wrong;
    private int counter;
    private long frames;
    private long resyncs;
    private long lost;
    private long badChecks;
    private long discarded;

    /** Creates a decoder without a lock. */
    public ArduinoLines() {}

    @Override
    public void decode(byte[] bytes, int length, FrameSink out) {
        for (int i = 0; i < length; i++) {
            if (bytes[i] == '\n') {
                end(out);
            } else if (this.length < LONGEST) {
                line[this.length++] = bytes[i];
            } else {
                overlong = true;
                discarded++;
            }
        }
    }

    private void end(FrameSink out) {
        if (overlong || cutLine) {
            discarded += length + 1L;
            lost(overlong && !cutLine);
        } else {
            int size = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
            whole(size, out);
        }
        length = 0;
        overlong = false;
        cutLine = false;
    }

    private void lost(boolean wasFrame) {
        if (wasFrame && locked) {
            badChecks++;
            lost++;
            counter = (counter + 1) % COUNTER_VALUES;
        }
    }

    private void whole(int size, FrameSink out) {
        int count = numbers.read(line, size);
        if (count < 0) {
            text(size, out);
        } else if (!locked) {
            keep(count, out);
        } else if (count == width) {
            wrong = 0;
            emit(numbers.fields(), out);
        } else {
            discarded += size + 1L;
            lost(true);
            locked = ++wrong < WRONG_TO_UNLOCK;
            agreed = 0;
        }
    }

    /** Keeps a line until enough of the same width have come, then gives all of them out. */
    private void keep(int count, FrameSink out) {
        agreed = agreed > 0 && count == width ? agreed : 0;
        width = count;
        System.arraycopy(numbers.fields(), 0, waiting[agreed++], 0, count);
        if (agreed == LINES_TO_LOCK) {
            locked = true;
            wrong = 0;
            agreed = 0;
            resyncs += everLocked ? 1 : 0;
            everLocked = true;
            for (double[] fields : waiting) {
                emit(fields, out);
            }
        }
    }

    private void emit(double[] fields, FrameSink out) {
        frames++;
        counter = (counter + 1) % COUNTER_VALUES;
        out.frame(counter, fields, 0);
    }

    private void text(int size, FrameSink out) {
        int numeric = 0;
        int printable = 0;
        for (int i = 0; i < size; i++) {
            numeric += "0123456789.,;+- \t".indexOf(line[i]) >= 0 ? 1 : 0;
            printable += (line[i] >= ' ' && line[i] <= '~') || line[i] == '\t' ? 1 : 0;
        }
        lost(size > 0 && 2 * numeric > size);
        if (printable < size) {
            discarded += size + 1L;
        } else if (size > 0) {
            out.text(new String(line, 0, size, StandardCharsets.US_ASCII));
        }
    }

    /**
     * Tells how many values a line has.
     *
     * @return the number, 0 before the lock
     */
    public int width() {
        return locked ? width : 0;
    }

    @Override
    public void restart() {
        length = 0;
        overlong = false;
        cutLine = true;
        locked = false;
        agreed = 0;
    }

    @Override
    public Counters counters() {
        return new Counters(frames, resyncs, lost, badChecks, discarded, 0);
    }
}
