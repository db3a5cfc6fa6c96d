package org.pelvi4j.sim.port;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** A picture of square cells as a PNG file, without a graphics library. Confined to one thread. */
final class Png {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private final int width;
    private final int height;
    private final int[] colours;

    /**
     * Creates a black picture.
     *
     * @param width cells
     * @param height cells
     */
    Png(int width, int height) {
        this.width = width;
        this.height = height;
        this.colours = new int[width * height];
    }

    /** Colours a cell: 0xRRGGBB. */
    void set(int x, int y, int colour) {
        colours[y * width + x] = colour;
    }

    /**
     * Makes the file.
     *
     * @param scale pixels along each edge of a cell
     * @return its bytes
     */
    byte[] file(int scale) {
        var file = new ByteArrayOutputStream();
        file.writeBytes(SIGNATURE);
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width * scale)
                .putInt(height * scale)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        chunk(file, "IHDR", header);
        chunk(file, "IDAT", packed(rows(scale)));
        chunk(file, "IEND", new byte[0]);
        return file.toByteArray();
    }

    private byte[] rows(int scale) {
        ByteBuffer rows = ByteBuffer.allocate(height * scale * (1 + 3 * width * scale));
        for (int y = 0; y < height * scale; y++) {
            rows.put((byte) 0);
            for (int x = 0; x < width * scale; x++) {
                int colour = colours[y / scale * width + x / scale];
                rows.put((byte) (colour >> 16)).put((byte) (colour >> 8)).put((byte) colour);
            }
        }
        return rows.array();
    }

    private static byte[] packed(byte[] raw) {
        var deflater = new Deflater();
        deflater.setInput(raw);
        deflater.finish();
        var packed = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        while (!deflater.finished()) {
            packed.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return packed.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream file, String type, byte[] data) {
        byte[] named = ByteBuffer.allocate(4 + data.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(data)
                .array();
        var check = new CRC32();
        check.update(named);
        file.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        file.writeBytes(named);
        file.writeBytes(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
    }
}
