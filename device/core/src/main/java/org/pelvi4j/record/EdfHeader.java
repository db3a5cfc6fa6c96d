package org.pelvi4j.record;

import java.util.List;

/**
 * The header of an EDF or BDF file. Immutable.
 *
 * @param bdf whether samples have 24 bits
 * @param patient the field of that name
 * @param recording the field of that name
 * @param startDate {@code dd.mm.yy}
 * @param startTime {@code hh.mm.ss}
 * @param reserved {@code EDF+C}, {@code EDF+D}, {@code BDF+C}, {@code BDF+D} or something else
 * @param records how many records the header counts; -1 while it does not know
 * @param durationMicros how long a record lasts
 * @param signals in the order of the file
 */
record EdfHeader(
        boolean bdf,
        String patient,
        String recording,
        String startDate,
        String startTime,
        String reserved,
        long records,
        long durationMicros,
        List<EdfSignal> signals) {
    /** Where the count of records stands. Source: DOMAIN 4.1. */
    static final int COUNT_AT = 236;

    static final int COUNT_WIDTH = 8;

    EdfHeader {
        signals = List.copyOf(signals);
    }

    /** The same with another count of records. */
    EdfHeader counting(long count) {
        return new EdfHeader(bdf, patient, recording, startDate, startTime, reserved, count, durationMicros, signals);
    }

    int bytesPerSample() {
        return bdf ? 3 : 2;
    }

    int length() {
        return 256 * (signals.size() + 1);
    }

    /** How many bytes each record has. */
    int recordLength() {
        long bytes = 0;
        for (EdfSignal signal : signals) {
            bytes += (long) signal.samplesPerRecord() * bytesPerSample();
        }
        return Math.toIntExact(bytes);
    }

    /** Where a signal begins within a record. */
    int offset(int signal) {
        int bytes = 0;
        for (int i = 0; i < signal; i++) {
            bytes += signals.get(i).samplesPerRecord() * bytesPerSample();
        }
        return bytes;
    }

    /** Whether records may lie apart in time. */
    boolean discontinuous() {
        return reserved.startsWith("EDF+D") || reserved.startsWith("BDF+D");
    }

    boolean plus() {
        return discontinuous() || reserved.startsWith("EDF+C") || reserved.startsWith("BDF+C");
    }
}
