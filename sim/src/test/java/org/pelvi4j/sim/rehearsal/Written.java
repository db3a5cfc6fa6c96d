package org.pelvi4j.sim.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import org.pelvi4j.record.Annotation;
import org.pelvi4j.record.EdfRecorder;
import org.pelvi4j.record.ReadOptions;
import org.pelvi4j.record.Recorder;
import org.pelvi4j.record.Recording;
import org.pelvi4j.record.RecordingHeader;
import org.pelvi4j.record.Recordings;
import org.pelvi4j.sensor.Channel;
import org.pelvi4j.sensor.Gap;
import org.pelvi4j.sensor.SensorInfo;
import org.pelvi4j.sim.run.Comparison;

/** A recording in a real file, made when the first sample comes, and compared with the truth afterwards. */
final class Written implements Recorder {
    private final Path file;
    private final EdfRecorder recorder;

    private Written(Path file, EdfRecorder recorder) {
        this.file = file;
        this.recorder = recorder;
    }

    static Written in(Path folder, SensorInfo sensor) {
        Path file = folder.resolve("practice.bdf");
        try {
            return new Written(
                    file, EdfRecorder.create(file, RecordingHeader.of(sensor, Instant.EPOCH.atZone(ZoneOffset.UTC))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the file made of the frames, to half a step of the board and of the file. */
    Comparison against(Outcome outcome) throws IOException {
        Channel channel = outcome.sensor().channels().get(0);
        double step = channel.resolution() + (channel.maximum() - channel.minimum()) / (1 << 24);
        try (Recording recording = Recordings.open(file, null, ReadOptions.NONE)) {
            return Comparison.of(outcome.wire().frames(), recording, 0.51 * step);
        }
    }

    @Override
    public void sample(long number, long atNanos, double[] values, int[] flaws) {
        recorder.sample(number, atNanos, values, flaws);
    }

    @Override
    public void gap(Gap gap) {
        recorder.gap(gap);
    }

    @Override
    public void annotate(Annotation annotation) {
        recorder.annotate(annotation);
    }

    @Override
    public void tick(long nowNanos) throws IOException {
        recorder.tick(nowNanos);
    }

    @Override
    public void close() throws IOException {
        recorder.close();
    }
}
