package org.pelvi4j.frame;

/** Text only: for what a board answers before its frames begin. Confined to one thread. */
public final class Lines implements Decoder {
    private final TextLines lines = TextLines.plain();

    /** Creates a decoder. */
    public Lines() {}

    @Override
    public void decode(byte[] bytes, int length, FrameSink out) {
        for (int i = 0; i < length; i++) {
            String line = lines.take(bytes[i]);
            if (line != null) {
                out.text(line);
            }
        }
    }

    @Override
    public void restart() {
        lines.cut();
    }

    @Override
    public Counters counters() {
        return new Counters(0, 0, 0, 0, lines.discarded(), 0);
    }
}
