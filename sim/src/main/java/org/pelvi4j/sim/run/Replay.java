package org.pelvi4j.sim.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.pelvi4j.record.ReadOptions;
import org.pelvi4j.record.RecordedChannel;
import org.pelvi4j.record.Recording;
import org.pelvi4j.record.Recordings;
import org.pelvi4j.sensor.Channel;
import org.pelvi4j.sensor.Role;
import org.pelvi4j.sensor.SensorInfo;
import org.pelvi4j.sensor.Signal;
import org.pelvi4j.sim.Source;

/**
 * A recording as the source of a virtual device, at the file's own rate; where samples are missing, the last one stands.
 * It measures what the file says, up to two channels of one kind. Confined to one thread.
 */
public final class Replay implements Source {
    private final Path file;
    private final Recording recording;
    private final SensorInfo info;
    private final List<Integer> places;
    private final double[] read;
    private final double[] held;
    private long number;
    private boolean loaded;
    private boolean ended;

    private Replay(Path file, Recording recording) {
        this.file = file;
        this.recording = recording;
        this.read = new double[recording.channels().size()];
        this.places = places(recording.channels());
        this.held = new double[places.size()];
        this.info = new SensorInfo(String.valueOf(file.getFileName()), recording.rateHz(), channels());
    }

    /**
     * Opens a recording.
     *
     * @param file which
     * @param options what it may not say by itself
     * @return the source, before its first sample
     * @throws IOException when it cannot be read
     */
    public static Replay open(Path file, ReadOptions options) throws IOException {
        return new Replay(file, Recordings.open(file, null, options));
    }

    static Replay opened(Path file, ReadOptions options) {
        try {
            return open(file, options);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static List<Integer> places(List<RecordedChannel> channels) {
        Signal signal = channels.get(0).signal();
        var places = new ArrayList<Integer>();
        for (int i = 0; i < channels.size() && places.size() < 2; i++) {
            if (channels.get(i).signal() == signal) {
                places.add(i);
            }
        }
        return List.copyOf(places);
    }

    private List<Channel> channels() {
        var channels = new ArrayList<Channel>();
        for (int place : places) {
            RecordedChannel recorded = recording.channels().get(place);
            Role second = recorded.signal() == Signal.EMG ? Role.ABDOMINAL : Role.DEEP;
            channels.add(recorded.as(channels.isEmpty() ? Role.PFM : second));
        }
        return channels;
    }

    @Override
    public SensorInfo info() {
        return info;
    }

    @Override
    public boolean next(double[] values) {
        while (!ended && (!loaded || recording.number() < number)) {
            advance();
        }
        if (ended) {
            return false;
        }
        for (int i = 0; i < held.length; i++) {
            double value = read[places.get(i)];
            if (recording.number() == number && !Double.isNaN(value)) {
                held[i] = value;
            }
            values[i] = held[i];
        }
        number++;
        return true;
    }

    private void advance() {
        try {
            loaded = true;
            ended = !recording.next(read);
            if (ended) {
                recording.close();
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(file + ": cannot be read any more", broken);
        }
    }
}
