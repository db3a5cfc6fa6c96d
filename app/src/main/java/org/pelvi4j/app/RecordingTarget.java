package org.pelvi4j.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.record.EdfRecorder;
import org.pelvi4j.record.Recorder;
import org.pelvi4j.record.RecordingHeader;
import org.pelvi4j.sensor.Sensor;
import org.pelvi4j.time.Clock;
import picocli.CommandLine.Option;

/** The options that say where a recording goes, and the recording itself. Confined to one thread. */
final class RecordingTarget {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss", Locale.ROOT);

    @Option(
            names = "--record",
            paramLabel = "FILE",
            description = "The recording, .edf or .bdf (default: a new file in the data folder).")
    private @Nullable Path file;

    @Option(names = "--no-record", description = "Keep no recording.")
    private boolean none;

    /** Keeps nothing. */
    static RecordingTarget none() {
        var recordings = new RecordingTarget();
        recordings.none = true;
        return recordings;
    }

    /** Keeps one file. */
    static RecordingTarget into(Path file) {
        var recordings = new RecordingTarget();
        recordings.file = file;
        return recordings;
    }

    /** Starts the recording, if one is wanted. */
    List<Recorder> start(Sensor sensor, Clock clock) throws IOException {
        if (none) {
            return List.of();
        }
        ZonedDateTime start = clock.wallNow().atZone(ZoneId.systemDefault());
        if (file == null) {
            file = fresh(Folders.recordings(), NAME.format(start), EdfRecorder.ending(sensor.info()));
        }
        return List.of(EdfRecorder.create(file, RecordingHeader.of(sensor.info(), start)));
    }

    private static Path fresh(Path folder, String name, String ending) {
        Path free = folder.resolve(name + ending);
        for (int i = 2; Files.exists(free); i++) {
            free = folder.resolve(name + "-" + i + ending);
        }
        return free;
    }

    /** Where the recording is, if there is one. */
    Optional<Path> path() {
        return none ? Optional.empty() : Optional.ofNullable(file);
    }
}
