package org.pelvi4j.record;

import java.util.Arrays;
import org.pelvi4j.sensor.Flaw;

/** The record that is being filled, and the events for it and the next ones. Confined to one thread. */
final class EdfRecord {
    private final EdfHeader header;
    private final EdfSignal[] signals;
    private final double[] steps;
    private final int[] offsets;
    private final int size;
    private final int perRecord;
    private final byte[] bytes;
    private final byte[] done;
    private final TalQueue tals = new TalQueue();
    private long firstNumber;
    private long index;
    private int filled;
    private long padFrom = -1;
    private boolean padTold;

    EdfRecord(EdfHeader header) {
        this.header = header;
        int channels = header.signals().size() - 1;
        this.signals = header.signals().subList(0, channels).toArray(EdfSignal[]::new);
        this.steps = Arrays.stream(signals).mapToDouble(EdfSignal::step).toArray();
        this.offsets = new int[channels + 1];
        for (int i = 0; i <= channels; i++) {
            offsets[i] = header.offset(i);
        }
        this.size = header.bytesPerSample();
        this.perRecord = signals[0].samplesPerRecord();
        this.bytes = new byte[header.recordLength()];
        this.done = new byte[bytes.length];
    }

    /** The first record as long as it has no samples: time-keeping and nothing else, like the one that replaces it. */
    byte[] empty() {
        byte[] record = new byte[bytes.length];
        for (int channel = 0; channel < signals.length; channel++) {
            for (int i = 0; i < perRecord; i++) {
                code(record, channel, i, signals[channel].digitalMinimum());
            }
        }
        tals.fill(record, offsets[signals.length], 0, false);
        return record;
    }

    void begin(long number) {
        firstNumber = number;
    }

    /** One value of the sample; returns the file's own flaw of it. */
    int put(int channel, double value) {
        EdfSignal signal = signals[channel];
        if (Double.isNaN(value)) {
            code(bytes, channel, filled, signal.digitalMinimum());
            return Flaw.OUT_OF_RANGE;
        }
        code(bytes, channel, filled, signal.digital(value, steps[channel]));
        return value > signal.physicalMaximum() || value < signal.physicalMinimum() ? FlawRuns.CLIPPED : 0;
    }

    void putMissing() {
        for (int channel = 0; channel < signals.length; channel++) {
            code(bytes, channel, filled, signals[channel].digitalMinimum());
        }
    }

    private void code(byte[] record, int channel, int sample, int code) {
        int at = offsets[channel] + sample * size;
        record[at] = (byte) code;
        record[at + 1] = (byte) (code >> 8);
        if (size == 3) {
            record[at + 2] = (byte) (code >> 16);
        }
    }

    /** Ends the sample; tells whether the record is full. */
    boolean endSample() {
        return ++filled == perRecord;
    }

    /** The full record; the next one begins. The same array each time. */
    byte[] next() {
        System.arraycopy(bytes, 0, done, 0, offsets[signals.length]);
        Arrays.fill(done, offsets[signals.length], done.length, (byte) 0);
        tals.fill(done, offsets[signals.length], micros(index), index > 0);
        index++;
        filled = 0;
        return done;
    }

    private long micros(long record) {
        return record * header.durationMicros();
    }

    /** An event over so many samples. */
    void event(long number, long count, String text) {
        event((double) number, (double) count, text);
    }

    /**
     * An event at a place among the samples; a negative count is a moment without length. What began before the first
     * sample begins with it, since biosig wraps negative onsets and mne drops them.
     */
    void event(double number, double count, String text) {
        double from = Math.max(0, number - firstNumber);
        double until = Math.max(from, number - firstNumber + count);
        long onset = Math.round(from * microsPerSample());
        long duration = count < 0 ? -1 : Math.round((until - from) * microsPerSample());
        tals.add(onset, duration, text);
    }

    /** Whether samples or events still have no record. */
    boolean unfinished() {
        return filled > 0 || !tals.isEmpty() || (padFrom >= 0 && !padTold);
    }

    /** Fills up the record with missing samples, for the end of the file, and says so in its last one. */
    byte[] pad() {
        if (padFrom < 0) {
            padFrom = index * perRecord + filled;
        }
        for (; filled < perRecord; filled++) {
            putMissing();
        }
        long count = (index + 1) * perRecord - padFrom;
        double microsPerSample = microsPerSample();
        byte[] pad = Tal.event(
                Math.round(padFrom * microsPerSample), Math.round(count * microsPerSample), AnnotationText.PAD + count);
        if (index > 0 && tals.fitsWith(pad, micros(index), bytes.length - offsets[signals.length])) {
            tals.add(pad);
            padTold = true;
        }
        return next();
    }

    private double microsPerSample() {
        return header.durationMicros() / (double) perRecord;
    }
}
