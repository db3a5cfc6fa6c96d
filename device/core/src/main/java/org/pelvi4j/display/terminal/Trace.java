package org.pelvi4j.display.terminal;

import java.util.Arrays;
import org.pelvi4j.feedback.Picture;

/**
 * The level of the last 24 s, in pieces of 50 ms. Levels of a repetition by feel stay hidden until it is over. Source:
 * SCREENS 9. Confined to one thread.
 */
final class Trace {
    /** How far back it reaches. Source: SCREENS 9. */
    static final double PAST_SECONDS = 24;

    private static final long PIECE_NANOS = 50_000_000L;

    /** 24 s, and room for the column that is cut in the middle. */
    private static final int PIECES = 512;

    /**
     * Pictures up to 1 s apart are joined: a demonstration eight times faster shows one each 0.4 s, and later than that it
     * would be no signal.
     */
    private static final int LONGEST_BRIDGE = 20;

    private final long[] times = new long[PIECES];
    private final double[] sums = new double[PIECES];
    private final int[] counts = new int[PIECES];
    private final int[] hiddenReps = new int[PIECES];
    private long newest = Long.MIN_VALUE;
    private long newestPiece = Long.MIN_VALUE / 2;
    private double newestLevel = Double.NaN;

    Trace() {
        Arrays.fill(times, Long.MIN_VALUE);
    }

    /** Takes a picture's level; NaN leaves a gap. The same picture counts once. */
    void add(Picture picture) {
        if (picture.atNanos() == newest) {
            return;
        }
        long piece = Math.floorDiv(picture.atNanos(), PIECE_NANOS);
        double level = picture.level();
        int hiddenRep = picture.byFeel() ? picture.progress().rep() : 0;
        if (!Double.isNaN(level)) {
            long missed = piece - newestPiece - 1;
            boolean bridged = !Double.isNaN(newestLevel) && missed > 0 && missed < LONGEST_BRIDGE;
            for (long i = bridged ? 1 : missed + 1; i <= missed; i++) {
                put(newestPiece + i, newestLevel + (level - newestLevel) * i / (missed + 1), hiddenRep);
            }
            put(piece, level, hiddenRep);
        }
        newest = picture.atNanos();
        newestPiece = piece;
        newestLevel = level;
    }

    private void put(long piece, double level, int hiddenRep) {
        int at = (int) Math.floorMod(piece, (long) PIECES);
        if (times[at] != piece) {
            times[at] = piece;
            sums[at] = 0;
            counts[at] = 0;
        }
        sums[at] += level;
        counts[at]++;
        hiddenReps[at] = hiddenRep;
    }

    /** The mean level between two times, NaN when there is none or it is hidden in the repetition by feel now. */
    double mean(long fromNanos, long toNanos, int hiddenRep) {
        double sum = 0;
        int count = 0;
        long last = Math.floorDiv(toNanos - 1, PIECE_NANOS);
        for (long piece = Math.floorDiv(fromNanos, PIECE_NANOS); piece <= last; piece++) {
            int at = (int) Math.floorMod(piece, (long) PIECES);
            if (times[at] == piece && (hiddenReps[at] == 0 || hiddenReps[at] != hiddenRep)) {
                sum += sums[at];
                count += counts[at];
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }
}
