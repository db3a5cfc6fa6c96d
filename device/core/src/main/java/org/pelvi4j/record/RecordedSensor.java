package org.pelvi4j.record;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.sensor.Channel;
import org.pelvi4j.sensor.Flaw;
import org.pelvi4j.sensor.Gap;
import org.pelvi4j.sensor.Role;
import org.pelvi4j.sensor.SampleSink;
import org.pelvi4j.sensor.Sensor;
import org.pelvi4j.sensor.SensorInfo;
import org.pelvi4j.sensor.SensorState;
import org.pelvi4j.sensor.Signal;
import org.pelvi4j.time.VirtualClock;

/**
 * A recording played back as a sensor: {@code file:trace.edf?channel=0}. It advances its clock by the data, so it runs
 * as fast as it is read; missing samples take their time and are told as a gap. Confined to one thread, but for
 * {@link #close()}.
 */
public final class RecordedSensor implements Sensor {
    /** How much is handed on at once. Source: DESIGN 7, a picture every 10 ms. */
    private static final long READ_NANOS = 10_000_000L;
    /** Steps of time while samples are missing. Source: DESIGN 4, a tick at least each 100 ms. */
    private static final long STEP_NANOS = 50_000_000L;
    /** A longer gap takes longer steps, so that no file can hold up its reader for ever. */
    private static final int MOST_STEPS = 20_000;

    private static final Set<String> OPTIONS =
            Set.of("channel", "abdominal", "deep", "rate", "unit", "signal", "format", "column");

    private final Recording recording;
    private final SensorInfo info;
    private final int[] picked;
    private final VirtualClock clock;
    private final long startNanos;
    private final double nanosPerSample;
    private final double[] all;
    private final double[] values;
    private final int[] flaws;
    private long nextNumber;
    private long heldNumber = -1;
    private SensorState state = SensorState.OK;
    private volatile boolean closed;

    private RecordedSensor(Recording recording, SensorInfo info, int[] picked, VirtualClock clock) {
        this.recording = recording;
        this.info = info;
        this.picked = picked;
        this.clock = clock;
        this.startNanos = clock.nowNanos();
        this.nanosPerSample = 1e9 / recording.rateHz();
        this.all = new double[recording.channels().size()];
        this.values = new double[picked.length];
        this.flaws = new int[picked.length];
    }

    /**
     * Opens what a name tells.
     *
     * @param uri {@code file:PATH} with {@code channel}, {@code abdominal} and {@code deep} (channels of the file, from
     *     0), or {@code column} (from 1), and where the file does not say: {@code rate}, {@code unit}, {@code signal},
     *     {@code format}
     * @param clock advanced by the data
     * @return the sensor
     * @throws IOException when the file cannot be read
     */
    public static RecordedSensor open(DeviceUri uri, VirtualClock clock) throws IOException {
        uri.withOnly(OPTIONS);
        ReadOptions options = new ReadOptions(
                uri.number("rate", 1e-3, 1e6).orElse(Double.NaN),
                uri.option("unit").map(text -> unit(uri, text)).orElse(null),
                uri.option("signal").map(text -> signal(uri, text)).orElse(null),
                uri.integer("column", 1, 1024).orElse(0));
        Format format = uri.option("format").map(text -> format(uri, text)).orElse(null);
        Recording recording = Recordings.open(Path.of(uri.address()), format, options);
        try {
            return of(uri, recording, clock);
        } catch (IllegalArgumentException e) {
            try (recording) {
                throw e;
            }
        }
    }

    private static RecordedSensor of(DeviceUri uri, Recording recording, VirtualClock clock) {
        var picked = new ArrayList<Integer>();
        var channels = new ArrayList<Channel>();
        for (Role role : Role.values()) {
            String name = role == Role.PFM ? "channel" : role.name().toLowerCase(Locale.ROOT);
            Integer index = uri.integer(name, 0, 1023).orElse(null);
            int place = index == null ? -1 : place(uri, recording, name, index);
            if (index == null && role == Role.PFM) {
                place = 0;
            }
            if (place >= 0) {
                picked.add(place);
                channels.add(recording.channels().get(place).as(role));
            }
        }
        var info = new SensorInfo(String.valueOf(Path.of(uri.address()).getFileName()), recording.rateHz(), channels);
        return new RecordedSensor(
                recording, info, picked.stream().mapToInt(i -> i).toArray(), clock);
    }

    private static int place(DeviceUri uri, Recording recording, String option, int index) {
        List<RecordedChannel> channels = recording.channels();
        for (int i = 0; i < channels.size(); i++) {
            if (channels.get(i).index() == index) {
                return i;
            }
        }
        var there = new StringBuilder("one of");
        for (RecordedChannel channel : channels) {
            there.append(' ')
                    .append(channel.index())
                    .append(" (")
                    .append(channel.label())
                    .append(')');
        }
        throw uri.wrong("option '" + option + "'", there.toString(), Integer.toString(index));
    }

    /**
     * Plays a recording that is open; its first channel is taken as the pelvic floor's.
     *
     * @param name for people
     * @param recording read from here on, and closed with the sensor
     * @param clock advanced by the data
     * @return the sensor
     */
    public static RecordedSensor of(String name, Recording recording, VirtualClock clock) {
        var info = new SensorInfo(
                name, recording.rateHz(), List.of(recording.channels().get(0).as(Role.PFM)));
        return new RecordedSensor(recording, info, new int[] {0}, clock);
    }

    private static Unit unit(DeviceUri uri, String text) {
        return Unit.of(text).orElseThrow(() -> uri.wrong("option 'unit'", "one of " + Unit.symbols(), text));
    }

    private static Signal signal(DeviceUri uri, String text) {
        return switch (text) {
            case "emg" -> Signal.EMG;
            case "pressure" -> Signal.PRESSURE;
            case "envelope" -> Signal.ENVELOPE;
            default -> throw uri.wrong("option 'signal'", "emg, envelope or pressure", text);
        };
    }

    private static Format format(DeviceUri uri, String text) {
        return Format.of(text)
                .orElseThrow(() -> uri.wrong("option 'format'", "f32le, csv, edf, opensignals or openbci", text));
    }

    @Override
    public SensorInfo info() {
        return info;
    }

    @Override
    public boolean read(SampleSink out) {
        if (closed || state.kind() == SensorState.Kind.ENDED || state.kind() == SensorState.Kind.WRONG_DEVICE) {
            return false;
        }
        try {
            return play(out);
        } catch (IOException e) {
            state = new SensorState(SensorState.Kind.WRONG_DEVICE, String.valueOf(e.getMessage()));
            return false;
        }
    }

    private boolean play(SampleSink out) throws IOException {
        long until = clock.nowNanos() + READ_NANOS;
        do {
            if (heldNumber < 0) {
                if (!recording.next(all)) {
                    state = new SensorState(SensorState.Kind.ENDED, "the recording is over");
                    return false;
                }
                heldNumber = recording.number();
            }
            if (heldNumber > nextNumber && !passed(at(heldNumber))) {
                return true;
            }
            sample(out);
        } while (at(nextNumber) - until <= 0);
        return true;
    }

    /** Lets time pass towards a sample that comes after missing ones; true when it is there. */
    private boolean passed(long atNanos) {
        long left = atNanos - clock.nowNanos();
        long whole = atNanos - at(nextNumber);
        clock.advance(Math.max(0, Math.min(left, Math.max(STEP_NANOS, whole / MOST_STEPS))));
        return atNanos - clock.nowNanos() <= 0;
    }

    private void sample(SampleSink out) {
        long atNanos = at(heldNumber);
        clock.advanceTo(atNanos);
        if (heldNumber > nextNumber) {
            out.gap(new Gap(nextNumber, heldNumber - nextNumber, at(nextNumber), atNanos, Gap.Cause.LOST));
        }
        for (int i = 0; i < picked.length; i++) {
            values[i] = all[picked[i]];
            flaws[i] = Double.isNaN(values[i]) ? Flaw.OUT_OF_RANGE : 0;
        }
        out.sample(heldNumber, atNanos, values, flaws);
        nextNumber = heldNumber + 1;
        heldNumber = -1;
    }

    private long at(long number) {
        return startNanos + Math.round(number * nanosPerSample);
    }

    @Override
    public SensorState state() {
        return state;
    }

    @Override
    public void close() {
        closed = true;
        try {
            recording.close();
        } catch (IOException e) {
            state = new SensorState(SensorState.Kind.ENDED, String.valueOf(e.getMessage()));
        }
    }
}
