package org.pelvi4j.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.sensor.Signal;

/** 32-bit little-endian floating-point numbers. What is no number is a missing sample. Confined to one thread. */
final class FloatRecording implements Recording {
    private final Path file;
    private final FileChannel channel;
    private final double rateHz;
    private final Unit unit;
    private final Signal signal;
    private final ByteBuffer buffer = ByteBuffer.allocate(16 * 1024).order(ByteOrder.LITTLE_ENDIAN);
    private long next;
    private long number;

    private FloatRecording(Path file, FileChannel channel, ReadOptions options, Unit unit) {
        this.file = file;
        this.channel = channel;
        this.rateHz = options.rateHz();
        this.signal = options.signalIn(unit);
        this.unit = unit;
        buffer.flip();
    }

    static FloatRecording open(Path file, ReadOptions options) throws IOException {
        Unit unit = options.assumedUnit();
        if (Double.isNaN(options.rateHz())) {
            throw new RecordingException(file, "f32le: expected a rate, which the file does not hold: give --rate");
        }
        if (unit == null) {
            throw new RecordingException(file, "f32le: expected a unit, which the file does not hold: give --unit");
        }
        if (options.column() > 1) {
            throw RecordingException.expected(file, "column", "1, as f32le has one channel", options.column());
        }
        FileChannel channel = FileChannel.open(file);
        try {
            if (channel.size() == 0 || channel.size() % Float.BYTES != 0) {
                throw RecordingException.expected(file, "length", "a positive multiple of 4 bytes", channel.size());
            }
            return new FloatRecording(file, channel, options, unit);
        } catch (IOException e) {
            try (channel) {
                throw e;
            }
        }
    }

    @Override
    public double rateHz() {
        return rateHz;
    }

    @Override
    public List<RecordedChannel> channels() {
        return List.of(RecordedChannel.unlimited(0, String.valueOf(file.getFileName()), signal));
    }

    @Override
    public @Nullable LocalDateTime start() {
        return null;
    }

    @Override
    public boolean next(double[] values) throws IOException {
        while (buffer.hasRemaining() || fill()) {
            float value = buffer.getFloat();
            number = next++;
            if (Float.isFinite(value)) {
                values[0] = unit.toInternal(value);
                return true;
            }
        }
        return false;
    }

    private boolean fill() throws IOException {
        buffer.clear();
        int read;
        do {
            read = channel.read(buffer);
        } while (read >= 0 && buffer.hasRemaining());
        buffer.flip();
        return buffer.hasRemaining();
    }

    @Override
    public long number() {
        return number;
    }

    @Override
    public List<Annotation> annotations() {
        return List.of();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
