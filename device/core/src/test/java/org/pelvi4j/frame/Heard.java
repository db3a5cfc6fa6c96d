package org.pelvi4j.frame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;

/** Everything a decoder gave out, in order. */
final class Heard implements FrameSink {
    record Frame(int counter, List<Double> fields, int saturated) {}

    final List<Frame> frames = new ArrayList<>();
    final List<String> texts = new ArrayList<>();
    private final int width;

    Heard(int width) {
        this.width = width;
    }

    /** Decodes bytes in one piece. */
    static Heard from(Decoder decoder, int width, byte[] bytes) {
        var heard = new Heard(width);
        decoder.decode(bytes, bytes.length, heard);
        return heard;
    }

    /** Decodes bytes in random pieces, empty ones too. */
    static Heard inPieces(Decoder decoder, int width, byte[] bytes, Random random) {
        var heard = new Heard(width);
        int most = 1 + random.nextInt(80);
        for (int at = 0; at < bytes.length; ) {
            int size = Math.min(bytes.length - at, random.nextInt(most + 1));
            byte[] piece = Arrays.copyOf(Arrays.copyOfRange(bytes, at, at + size), size + random.nextInt(3));
            decoder.decode(piece, size, heard);
            at += size;
        }
        return heard;
    }

    static byte[] hex(String text) {
        return HexFormat.of().parseHex(text.replace(" ", ""));
    }

    @Override
    public void frame(int counter, double[] fields, int saturated) {
        frames.add(new Frame(counter, Arrays.stream(fields).limit(width).boxed().toList(), saturated));
    }

    @Override
    public void text(String line) {
        texts.add(line);
    }

    List<Integer> counters() {
        return frames.stream().map(Frame::counter).toList();
    }

    List<Double> firsts() {
        return frames.stream().map(f -> f.fields().get(0)).toList();
    }
}
