package org.pelvi4j.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
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
    @Option(
            names = "--record",
            paramLabel = "FILE",
            description = "Keep this one file, .edf or .bdf, and nothing in the record.")
    private @Nullable Path file;

    @Option(names = "--no-record", description = "Keep no recording.")
    private boolean none;

    private @Nullable KeptPractice kept;

    /** Keeps nothing. */
    static RecordingTarget none() {
        var recordings = new RecordingTarget();
        recordings.none = true;
        return recordings;
    }

    /** Nothing can be kept. */
    void keepNothing() {
        none = true;
    }

    /** Whether the practice belongs into the record, and not into a file of its own or nowhere. */
    boolean inRecord() {
        return !none && file == null;
    }

    /** Keeps a practice in the record. */
    void keptBy(KeptPractice practice) {
        kept = practice;
    }

    /** The practice in the record, if that is where it goes. */
    @Nullable
    KeptPractice kept() {
        return kept;
    }

    /** Keeps one file. */
    static RecordingTarget into(Path file) {
        var recordings = new RecordingTarget();
        recordings.file = file;
        return recordings;
    }

    /** Starts the recording, if one is wanted. */
    List<Recorder> start(Sensor sensor, Clock clock) throws IOException {
        if (kept != null) {
            return List.of(kept.recorder());
        }
        if (none || file == null) {
            return List.of();
        }
        ZonedDateTime start = clock.wallNow().atZone(ZoneId.systemDefault());
        return List.of(EdfRecorder.create(file, RecordingHeader.of(sensor.info(), start)));
    }

    /** Where the recording is, if there is one. */
    Optional<Path> path() {
        return kept != null ? kept.path() : none ? Optional.empty() : Optional.ofNullable(file);
    }
}
