package org.pelvi4j.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.pelvi4j.app.store.Practice;
import org.pelvi4j.app.store.Store;
import org.pelvi4j.record.CsvRecorder;
import org.pelvi4j.record.OpenSignalsRecorder;
import org.pelvi4j.record.ReadOptions;
import org.pelvi4j.record.Recorder;
import org.pelvi4j.record.Recording;
import org.pelvi4j.record.RecordingCopy;
import org.pelvi4j.record.RecordingHeader;
import org.pelvi4j.record.Recordings;

/** Recordings written for other programs. Confined to one thread. */
final class ExportedRecordings {
    private final String format;
    private final List<String> skipped = new ArrayList<>();

    private ExportedRecordings(String format) {
        this.format = format;
    }

    static ExportedRecordings in(String format) {
        if (!List.of("edf", "csv", "opensignals", "none").contains(format)) {
            throw new IllegalArgumentException(
                    "--format: expected edf, csv, opensignals or none but was '" + format + "'");
        }
        return new ExportedRecordings(format);
    }

    /** What could not be written, one line each for people. */
    List<String> skipped() {
        return List.copyOf(skipped);
    }

    /** Writes the recording of a practice, and the further files of it; returns what was written. */
    List<Path> write(Store store, Practice practice, Path folder) throws IOException {
        var written = new ArrayList<Path>();
        if (format.equals("none") || practice.start().recording().isEmpty()) {
            return written;
        }
        for (Path file : store.practices().recordings(practice)) {
            try {
                written.addAll(write(file, practice.start().zone(), folder));
            } catch (IllegalArgumentException | IOException e) {
                skipped.add(file.getFileName() + ": not written: " + Main.message(e));
            }
        }
        return written;
    }

    private List<Path> write(Path file, ZoneId zone, Path folder) throws IOException {
        String name = String.valueOf(file.getFileName());
        if (format.equals("edf")) {
            return List.of(Files.copy(file, folder.resolve(name)));
        }
        String stem = name.substring(0, name.lastIndexOf('.'));
        Path target = folder.resolve(stem + (format.equals("csv") ? ".csv" : ".txt"));
        RecordingHeader header;
        try (Recording from = Recordings.open(file, null, ReadOptions.NONE)) {
            header = RecordingCopy.header(from, "Pelvi4J", zone, LocalDateTime.MIN);
        }
        try (Recording from = Recordings.open(file, null, ReadOptions.NONE);
                Recorder to = create(target, header)) {
            RecordingCopy.copy(from, to);
        }
        Path events = folder.resolve(stem + ".events.csv");
        return Files.exists(events) ? List.of(target, events) : List.of(target);
    }

    private Recorder create(Path target, RecordingHeader header) throws IOException {
        return format.equals("csv") ? CsvRecorder.create(target, header) : OpenSignalsRecorder.create(target, header);
    }
}
