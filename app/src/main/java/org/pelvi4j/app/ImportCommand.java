package org.pelvi4j.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.Callable;
import org.pelvi4j.app.store.Practice;
import org.pelvi4j.app.store.Profile;
import org.pelvi4j.app.store.Store;
import org.pelvi4j.record.EdfRecorder;
import org.pelvi4j.record.Recorder;
import org.pelvi4j.record.Recording;
import org.pelvi4j.record.RecordingCopy;
import org.pelvi4j.record.RecordingHeader;
import org.pelvi4j.record.Recordings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code import}: recordings of other programs. Confined to one thread. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Takes recordings into the record: EDF+ and BDF+, CSV, OpenSignals and OpenBCI text.",
            "Repetitions are known where the recording tells them; the file itself is not changed."
        },
        footer = {
            "",
            "Examples:",
            "  pelvi4j import 2026-11-01-090000.edf",
            "  pelvi4j import --signal emg OpenBCI-RAW.txt"
        })
final class ImportCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Recordings.")
    private List<Path> files = List.of();

    @Mixin
    private FileReading reading = new FileReading();

    @Option(names = "--json", description = "One JSON object per file on a line of its own.")
    private boolean json;

    @Mixin
    private RecordFolder folder = new RecordFolder();

    @Mixin
    private Whose whose = new Whose();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        int refused = 0;
        try (Store store = folder.open(spec.commandLine().getErr())) {
            Profile person = whose.in(store);
            for (Path file : files) {
                try {
                    Practice taken = take(store, person, file);
                    out.println(
                            json
                                    ? PracticeJson.line(taken, person, List.of(), false)
                                    : file + ": " + taken.day() + ", "
                                            + taken.totals().done() + " repetitions, id " + taken.id());
                } catch (IOException | IllegalArgumentException | Failure e) {
                    refused++;
                    spec.commandLine().getErr().println("pelvi4j: " + Main.message(e));
                    spec.commandLine().getErr().flush();
                }
            }
        }
        out.flush();
        return refused == 0 ? 0 : 1;
    }

    private Practice take(Store store, Profile person, Path file) throws IOException {
        RecordingHeader header;
        try (Recording from = Recordings.open(file, reading.format(), reading.options())) {
            LocalDateTime otherwise =
                    LocalDateTime.ofInstant(Files.getLastModifiedTime(file).toInstant(), person.zone());
            header = RecordingCopy.header(from, "imported", person.zone(), otherwise)
                    .withCode(person.code());
        }
        if (store.practices().begunAt(person.id(), header.start().toInstant())) {
            throw new Failure(file + ": there is a practice of " + person.name() + " of "
                    + header.start().toLocalDateTime() + " already");
        }
        Path target = store.newRecording(header.start(), EdfRecorder.ending(header.sensor()));
        try {
            try (Recording from = Recordings.open(file, reading.format(), reading.options());
                    Recorder to = EdfRecorder.create(target, header)) {
                RecordingCopy.copy(from, to);
            }
            return store.adopt(target, person);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(target);
            throw e;
        }
    }
}
