package org.pelvi4j.frame;

/**
 * Numbers in lines of three: a marker of 10001 to 10006 that says which value comes, the value, and 10010 at its end, as
 * an older sketch for the MyoWare prints them. A frame is complete with the marker that came first; fields are the six
 * values. Source: DOMAIN.md 3.3. Confined to one thread.
 */
public final class MarkerLines implements Decoder {
    /** Fields of a frame. */
    public static final int VALUES = 6;
    /** Values of the counter, which is this decoder's own. */
    public static final int COUNTER_VALUES = ArduinoLines.COUNTER_VALUES;

    private static final int FIRST = 10_001;
    private static final int END = 10_010;
    /** So many frames without the leading marker make another one lead. Source: chosen. */
    private static final int MISSING_TO_LEAD = 2 * VALUES;

    private final ArduinoLines lines = new ArduinoLines();
    private final double[] values = new double[VALUES];
    private final Triplets triplets = new Triplets();
    private int marker = -1;
    private double value = Double.NaN;
    private int leader = -1;
    private int withoutLeader;
    private int counter;
    private long frames;
    private long broken;

    /** Creates a decoder without a lock. */
    public MarkerLines() {}

    @Override
    public void decode(byte[] bytes, int length, FrameSink out) {
        triplets.out = out;
        lines.decode(bytes, length, triplets);
    }

    @Override
    public void restart() {
        marker = -1;
        value = Double.NaN;
        leader = -1;
        lines.restart();
    }

    @Override
    public Counters counters() {
        Counters single = lines.counters();
        return new Counters(
                frames, single.resyncs(), broken, single.badChecks(), single.discardedBytes(), single.saturated());
    }

    private final class Triplets implements FrameSink {
        private FrameSink out = this;

        @Override
        public void frame(int lineCounter, double[] fields, int saturated) {
            if (lines.width() != 1) {
                return; // rows of several numbers are another sketch
            }
            double number = fields[0];
            if (number == END) {
                end();
                marker = -1;
                value = Double.NaN;
            } else if (number >= FIRST && number < FIRST + VALUES && number == Math.rint(number)) {
                broken(marker >= 0);
                marker = (int) number - FIRST;
                value = Double.NaN;
            } else {
                broken(marker >= 0 && !Double.isNaN(value));
                value = number;
            }
        }

        private void end() {
            if (marker < 0 || Double.isNaN(value)) {
                broken(true);
                return;
            }
            values[marker] = value;
            if (leader < 0 || ++withoutLeader > MISSING_TO_LEAD) {
                leader = marker;
            }
            if (marker == leader) {
                withoutLeader = 0;
                frames++;
                counter = (counter + 1) % COUNTER_VALUES;
                out.frame(counter, values, 0);
            }
        }

        /** A triplet that lacks a line leaves a hole where a frame was due. */
        private void broken(boolean is) {
            if (is) {
                broken++;
                counter = (counter + 1) % COUNTER_VALUES;
                marker = -1;
                value = Double.NaN;
            }
        }

        @Override
        public void text(String line) {
            out.text(line);
        }
    }
}
