package org.pelvi4j.app.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pelvi4j.exercise.ExerciseResult;
import org.pelvi4j.exercise.RepResult;
import org.pelvi4j.exercise.Response;
import org.pelvi4j.record.Annotation;
import org.pelvi4j.record.EdfRecorder;
import org.pelvi4j.record.RecordingHeader;
import org.pelvi4j.sensor.Channel;
import org.pelvi4j.sensor.Role;
import org.pelvi4j.sensor.SensorInfo;
import org.pelvi4j.sensor.Signal;

/** People, practices and recordings for the tests of the record. */
final class Kept {
    static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final SensorInfo SENSOR =
            new SensorInfo("board", 100, List.of(new Channel(Role.PFM, Signal.EMG, -1635, 1635, 3.19)));

    private Kept() {}

    static Profile person(Store store) throws IOException {
        return store.profiles().add("Ada", BERLIN, "en", NOW);
    }

    static RepResult rep(int n, boolean held) {
        return new RepResult(
                n,
                1,
                true,
                held,
                n % 2 == 0,
                4.5,
                5,
                0.5 + n / 10.0,
                held ? 0.9 : 0.4,
                new Response(0.25, false, 0, 0.7));
    }

    static List<RepResult> reps(int count) {
        var reps = new ArrayList<RepResult>();
        for (int n = 1; n <= count; n++) {
            reps.add(rep(n, n % 3 != 0));
        }
        return reps;
    }

    static long practice(Store store, Profile person, Instant at, int reps) throws IOException {
        long id = store.practiceLog().begin(Practice.Start.of(person, at, "lift-3min", 12));
        store.practiceLog().finish(id, result(reps));
        return id;
    }

    static ExerciseResult result(int reps) {
        var end = reps == 12 ? ExerciseResult.End.COMPLETED : ExerciseResult.End.STOPPED;
        return new ExerciseResult("lift-3min", end, reps(reps), 12, 10 + 15.0 * reps);
    }

    /** A practice with its recording, 3 s long. */
    static long recorded(Store store, Profile person, Instant at) throws IOException {
        var start = at.atZone(person.zone());
        Path file = store.newRecording(start, ".edf");
        var recorder =
                EdfRecorder.create(file, RecordingHeader.of(SENSOR, start).withCode(person.code()));
        for (long n = 0; n < 300; n++) {
            recorder.sample(n, n * 10_000_000L, new double[] {n % 100}, new int[1]);
        }
        recorder.annotate(new Annotation(100_000_000L, 1_000_000_000L, "PROMPT work"));
        recorder.annotate(new Annotation(100_000_000L, 2_000_000_000L, "REP 1 score=0.87"));
        recorder.annotate(new Annotation(100_000_000L, -1, "GUESS 1 no"));
        recorder.close();
        long id = store.practiceLog()
                .begin(Practice.Start.of(person, at, "lift-3min", 12).on("board", Optional.of(file)));
        store.practiceLog().finish(id, result(1));
        return id;
    }

    /** All bytes of all files below a folder. */
    static List<Path> files(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
