package org.pelvi4j.frame;

/**
 * The sixteen channels of a Cyton with a Daisy: frames with an odd counter carry channels 1 to 8, each is followed by one
 * with an even counter that carries 9 to 16. Both make one frame here, whose counter is half of theirs; half a pair is
 * lost. Source: DOMAIN.md 3.8. Confined to one thread.
 */
public final class CytonDaisy implements Decoder {
    /** Channels in a pair of frames. */
    public static final int CHANNELS = 2 * Cyton.CHANNELS;
    /** Values of the counter. */
    public static final int COUNTER_VALUES = Cyton.COUNTER_VALUES / 2;

    private final Cyton cyton = new Cyton();
    private final double[] both = new double[CHANNELS];
    private final Pairs pairs = new Pairs();
    private int odd = -1;
    private int rails;
    private long frames;

    /** Creates a decoder without a lock. */
    public CytonDaisy() {}

    @Override
    public void decode(byte[] bytes, int length, FrameSink out) {
        pairs.out = out;
        cyton.decode(bytes, length, pairs);
    }

    @Override
    public void restart() {
        odd = -1;
        cyton.restart();
    }

    /** Frames are pairs; the rest is counted frame by frame, as they are sent. */
    @Override
    public Counters counters() {
        Counters single = cyton.counters();
        return new Counters(
                frames,
                single.resyncs(),
                single.lostByCounter(),
                single.badChecks(),
                single.discardedBytes(),
                single.saturated());
    }

    private final class Pairs implements FrameSink {
        private FrameSink out = this;

        @Override
        public void frame(int counter, double[] fields, int saturated) {
            if (counter % 2 == 1) {
                System.arraycopy(fields, 0, both, 0, Cyton.CHANNELS);
                odd = counter;
                rails = saturated;
                return;
            }
            if (odd >= 0 && counter == (odd + 1) % Cyton.COUNTER_VALUES) {
                System.arraycopy(fields, 0, both, Cyton.CHANNELS, Cyton.CHANNELS);
                frames++;
                out.frame(odd / 2, both, rails | saturated << Cyton.CHANNELS);
            }
            odd = -1;
        }

        @Override
        public void text(String line) {
            out.text(line);
        }
    }
}
