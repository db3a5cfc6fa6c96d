package org.pelvi4j.frame;

/**
 * Samples of the Backyard Brains Muscle SpikerShield: two bytes for each value of 10 bits, the highest bit set in the
 * first byte of a frame only; answers stand between {@code FF FF 01 01 80 FF} and {@code FF FF 01 01 81 FF}. There is
 * neither counter nor check sum: a value of more than 10 bits or a byte out of turn is damage. Source: DOMAIN.md 3.7.
 * Confined to one thread.
 */
public final class SpikerShield implements Decoder {
    private static final int[] OPENER = {0xFF, 0xFF, 0x01, 0x01, 0x80, 0xFF};
    private static final int[] CLOSER = {0xFF, 0xFF, 0x01, 0x01, 0x81, 0xFF};
    private static final int FIRST_BIT = 0x80;
    private static final int MOST_HIGH = 0x07;
    private static final int HIGHEST = 1023;
    private static final int FRAMES_TO_LOCK = 3;
    /** Noise makes three frames side by side each ten seconds, so many never. Source: chosen, 2^-120. */
    private static final int FRAMES_TO_BE_SURE = 20;
    /** So many bytes without a frame lose the lock. Source: chosen. */
    private static final int LOCK_LOST_AFTER = 32;
    /** An answer without an end must not swallow more than that of the samples. Source: chosen. */
    private static final int LONGEST_ANSWER = 4 * TextLines.LONGEST;

    private final int channels;
    private final double[] fields;
    private final double[][] waiting;
    private final TextLines text = TextLines.endingAlsoWith(";");
    /** Values of the unfinished frame, and the high byte that waits for its low one, -1 without. */
    private int values;

    private int high = -1;
    private boolean framing;
    private int escape;
    private boolean inText;
    private int said;
    private int agreed;
    private boolean locked;
    private boolean everLocked;
    private int strayed;
    /** Frames side by side, up to as many as make sure. */
    private int beside;

    private long frames;
    private long resyncs;
    private long badChecks;
    private long discarded;
    private long saturated;

    /**
     * Creates a decoder without a lock.
     *
     * @param channels values in a frame, 1 to 6
     */
    public SpikerShield(int channels) {
        if (channels < 1 || channels > 6) {
            throw new IllegalArgumentException("channels: expected 1 to 6 but was " + channels);
        }
        this.channels = channels;
        this.fields = new double[channels];
        this.waiting = new double[FRAMES_TO_LOCK][channels];
    }

    @Override
    public void decode(byte[] bytes, int length, FrameSink out) {
        for (int i = 0; i < length; i++) {
            int next = bytes[i] & 0xFF;
            if (!escaped(next, out)) {
                data(next, out);
            }
        }
    }

    /** FF cannot be data, so whatever begins with it is an escape; gives true for the bytes of escapes and text. */
    private boolean escaped(int next, FrameSink out) {
        int[] wanted = inText ? CLOSER : OPENER;
        if (next == wanted[escape]) {
            escape++;
            if (escape == wanted.length) {
                mark(!inText);
            }
            return true;
        }
        if (escape > 0) {
            // of three FF in a row the last two may begin the mark
            int kept = next == 0xFF ? escape == 2 ? 2 : 1 : 0;
            missing(escape + Math.min(kept, 1) - kept);
            escape = kept;
            broken();
            if (kept > 0) {
                return true;
            }
        }
        if (inText && next >= FIRST_BIT) {
            mark(false); // the answer's end was lost: this is a sample
        } else if (inText) {
            say(next, out);
            inText = ++said < LONGEST_ANSWER;
            return true;
        }
        return false;
    }

    /** An answer begins or ends. */
    private void mark(boolean begins) {
        escape = 0;
        inText = begins;
        said = 0;
        text.cut();
        broken();
    }

    private void say(int next, FrameSink out) {
        String line = text.take((byte) next);
        if (line != null) {
            out.text(line);
        }
    }

    private void data(int next, FrameSink out) {
        if (next >= FIRST_BIT) {
            if (framing) {
                damaged();
            }
            framing = true;
            values = 0;
            high(next & 0x7F);
        } else if (!framing) {
            say(next, out);
            strayed(1);
        } else if (high < 0) {
            high(next);
        } else {
            fields[values++] = high << 7 | next;
            high = -1;
            if (values == channels) {
                framing = false;
                whole(out);
            }
        }
    }

    private void high(int bits) {
        high = bits;
        if (bits > MOST_HIGH) {
            damaged();
        }
    }

    private void damaged() {
        badChecks += locked ? 1 : 0;
        missing(1 + 2 * values);
        broken();
    }

    /** So many bytes belong to nothing. */
    private void missing(int bytes) {
        discarded += bytes;
        strayed(bytes);
    }

    /** So many bytes have come that are in no frame. */
    private void strayed(int bytes) {
        discarded += (long) agreed * 2 * channels;
        agreed = 0;
        strayed += bytes;
        locked &= strayed <= LOCK_LOST_AFTER;
        beside = locked && isSure() ? beside : 0;
    }

    private void broken() {
        framing = false;
        values = 0;
        high = -1;
    }

    private void whole(FrameSink out) {
        strayed = 0;
        beside = Math.min(beside + 1, FRAMES_TO_BE_SURE);
        text.cut();
        if (locked) {
            emit(fields, out);
            return;
        }
        System.arraycopy(fields, 0, waiting[agreed++], 0, channels);
        if (agreed == FRAMES_TO_LOCK) {
            locked = true;
            agreed = 0;
            resyncs += everLocked ? 1 : 0;
            everLocked = true;
            for (double[] kept : waiting) {
                emit(kept, out);
            }
        }
    }

    private void emit(double[] values, FrameSink out) {
        int rails = 0;
        for (int channel = 0; channel < channels; channel++) {
            rails |= values[channel] == 0 || values[channel] == HIGHEST ? 1 << channel : 0;
        }
        frames++;
        saturated += rails == 0 ? 0 : 1;
        out.frame(-1, values, rails);
    }

    @Override
    public void restart() {
        mark(false);
        locked = false;
        agreed = 0;
        strayed = 0;
        beside = 0;
    }

    /**
     * Tells whether these are samples and no noise, which looks like a few of them now and then.
     *
     * @return true once many have come side by side, until the lock is lost
     */
    public boolean isSure() {
        return beside == FRAMES_TO_BE_SURE;
    }

    @Override
    public Counters counters() {
        return new Counters(frames, resyncs, 0, badChecks, discarded + text.discarded(), saturated);
    }
}
