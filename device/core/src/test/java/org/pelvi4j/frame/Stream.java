package org.pelvi4j.frame;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A stream of Cyton frames, written by hand from DOMAIN.md 3.8: channel k of frame i carries 1000 i + k. */
final class Stream {
    static final int LENGTH = 33;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    static byte[] frame(int counter) {
        byte[] frame = new byte[LENGTH];
        frame[0] = (byte) 0xA0;
        frame[1] = (byte) counter;
        for (int channel = 0; channel < 8; channel++) {
            int counts = 1000 * counter + channel;
            frame[2 + 3 * channel] = (byte) (counts >> 16);
            frame[3 + 3 * channel] = (byte) (counts >> 8);
            frame[4 + 3 * channel] = (byte) counts;
        }
        frame[32] = (byte) 0xC0;
        return frame;
    }

    Stream frames(int first, int count) {
        for (int i = 0; i < count; i++) {
            bytes.writeBytes(frame((first + i) & 0xFF));
        }
        return this;
    }

    Stream then(byte[] more) {
        bytes.writeBytes(more);
        return this;
    }

    Stream then(String text) {
        return then(text.getBytes(StandardCharsets.UTF_8));
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    static byte[] without(byte[] bytes, int at, int count) {
        byte[] shorter = Arrays.copyOf(bytes, bytes.length - count);
        System.arraycopy(bytes, at + count, shorter, at, bytes.length - at - count);
        return shorter;
    }

    static byte[] with(byte[] bytes, int at, byte[] inserted) {
        byte[] longer = Arrays.copyOf(bytes, bytes.length + inserted.length);
        System.arraycopy(inserted, 0, longer, at, inserted.length);
        System.arraycopy(bytes, at, longer, at + inserted.length, bytes.length - at);
        return longer;
    }
}
