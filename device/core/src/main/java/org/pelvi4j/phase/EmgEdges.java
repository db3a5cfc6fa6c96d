package org.pelvi4j.phase;

/** Places the edges of a contraction in EMG, in blocks. Confined to one thread. */
final class EmgEdges {
    /** Least rise that the likelihood is given, as a share of rest's power: 0.8 dB. */
    private static final double LEAST_RISE = 0.2;
    /** How long before its first sign an onset may lie. Source: DOMAIN 2.2, slow ramps. */
    private static final double BEFORE_SECONDS = 0.6;
    /** The plateau before the release is taken from this long. */
    private static final double PLATEAU_SECONDS = 0.6;
    /** The release is looked for from this long before the last high level on. */
    private static final double RELEASE_SECONDS = 0.4;
    /** What counts as rest after the release. */
    private static final double AFTER_SECONDS = 0.1;
    /** Longest span searched: the longest ramp and the second in which the plateau shows. */
    private static final double LONGEST_SECONDS = 3.5;
    /** A mean over this many blocks, 50 ms, crosses half of the rise before an onset is looked for beyond. */
    private static final int RUN = 10;

    private final Levels levels;
    private final EdgeFinder finder;

    EmgEdges(Levels levels) {
        this.levels = levels;
        finder = new EdgeFinder(levels.cellSeconds() / 2, 2 * levels.cells(LONGEST_SECONDS));
    }

    /** The onset of a contraction decided at a block, with what is known up to `end`; no earlier than `first`. */
    double onset(long first, long began, long decided, long end, double rest) {
        Blocks blocks = levels.blocks();
        double power = blocks.power(Math.max(began, decided - RUN), end, levels.perBlock());
        double rise = Math.max(power - rest, LEAST_RISE * rest);
        finder.load(blocks, Math.max(first, began - 2L * levels.cells(BEFORE_SECONDS)), end, false);
        long start = end - finder.length();
        long latest = decided;
        for (long q = began; q < decided; q++) {
            if (blocks.power(q, Math.min(end, q + RUN), levels.perBlock()) > rest + 0.5 * rise) {
                latest = q + RUN / 2;
                break;
            }
        }
        return start + finder.rise(rest, rise, (int) Math.max(2, latest - start));
    }

    /** The offset of a contraction whose level was last high at a block, with what is known up to now. */
    double offset(double onset, long high, double rest) {
        Blocks blocks = levels.blocks();
        long end = blocks.end();
        long from = Math.max((long) onset + 1, high - 2L * levels.cells(PLATEAU_SECONDS));
        double power = blocks.power(from, Math.max(from + RUN, high), levels.perBlock());
        double after = blocks.power(end - 2L * levels.cells(AFTER_SECONDS), end, levels.perBlock());
        double quiet = Math.max(rest, Math.min(after, 0.25 * power));
        double rise = Math.max(power - quiet, LEAST_RISE * quiet);
        finder.load(blocks, Math.max((long) onset + 1, high - 2L * levels.cells(RELEASE_SECONDS)), end, true);
        int latest = finder.length();
        for (int i = 0; i + RUN < finder.length(); i++) {
            if (blocks.power(end - i - RUN, end - i, levels.perBlock()) > quiet + 0.5 * rise) {
                latest = i + RUN / 2;
                break;
            }
        }
        return Math.max(onset + 4, end - finder.rise(quiet, rise, Math.max(2, latest)));
    }
}
