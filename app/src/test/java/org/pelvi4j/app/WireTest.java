package org.pelvi4j.app;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.pelvi4j.record.ReadOptions;
import org.pelvi4j.record.Recording;
import org.pelvi4j.record.Recordings;
import org.pelvi4j.sim.run.Comparison;
import org.pelvi4j.sim.run.SimulateOptions;
import org.pelvi4j.sim.run.SimulateRun;
import org.pelvi4j.sim.run.TruthReader;

/** A practice over a real pseudo-terminal, against the truth of the board at its other end. */
@Timeout(value = 300, unit = SECONDS)
class WireTest {
    /** Half a step of the file, 16 bits over 2 mV, and half a step of the board at gain 24. */
    private static final double HALF_STEP_MICROVOLTS = 0.03;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private String practise(String programme, Path file) {
        var out = new StringWriter();
        var printer = new PrintWriter(out);
        int code = Main.run(
                printer,
                printer,
                "practice",
                "--lines",
                "--programme",
                programme,
                "--record",
                file.toString(),
                "--sensor",
                "serial:" + folder.resolve("board") + "?protocol=cyton&channel=1");
        assertThat(code).as(out.toString()).isZero();
        return out.toString();
    }

    /** The wire is the matter, not the exercise: repetitions of 5 s after 3 s of preparation. */
    private String shortProgramme(int reps) throws IOException {
        return Files.writeString(
                        folder.resolve("short.yaml"),
                        "id: short\ntitle: Short\npreparation: 3 s\nreps: " + reps
                                + "\nwork: 2 s\nrest: 3 s\ntarget: \">= 40 %\"\n")
                .toString();
    }

    private Comparison compare(Path truth, Path file) throws IOException {
        try (Recording recording = Recordings.open(file, null, ReadOptions.NONE)) {
            return Comparison.of(TruthReader.frames(truth), recording, HALF_STEP_MICROVOLTS);
        }
    }

    @Test
    @Tag("ci")
    void everyFrameIsRecordedOnceAndAReplugIsOneMarkedGap() throws Exception {
        Path truth = folder.resolve("truth.jsonl");
        Path file = folder.resolve("practice.edf");
        var options = SimulateOptions.of("lift3-healthy", "cyton", folder.resolve("board"))
                .withFaults(List.of("unplug=5s+1s"))
                .withTruth(truth);
        try (SimulateRun board = SimulateRun.start(options, line -> {})) {
            assertThat(practise(shortProgramme(2), file)).contains("done");
            board.command("quit");
        }
        Comparison comparison = compare(truth, file);
        assertThat(comparison.gaps()).as(comparison.toString()).isEqualTo(1);
        assertThat(comparison.faithful(1)).as(comparison.toString()).isTrue();
        assertThat(comparison.recorded()).isGreaterThan(2500);
    }

    /** The simulator in a process of its own, killed without warning in the middle and started again. */
    @Test
    @Tag("ci")
    void aBoardThatDiesInTheMiddleCostsOneGapAndThePracticeGoesOn() throws Exception {
        Path truth = folder.resolve("truth.jsonl");
        Path file = folder.resolve("practice.edf");
        var processes = new ArrayList<Process>();
        var timer = Executors.newSingleThreadScheduledExecutor();
        try {
            processes.add(simulator(truth));
            await().atMost(30, SECONDS).until(() -> Files.exists(folder.resolve("board")));
            // Six repetitions of 5 s after 3 s; the start of the command and of the board take one or two more.
            var death = timer.schedule(() -> processes.get(0).destroyForcibly(), 14, SECONDS);
            var birth = timer.schedule(() -> processes.add(simulator(truth)), 17, SECONDS);
            String said = practise(shortProgramme(6), file);
            assertThat(death.isDone()).isTrue();
            assertThat(birth.isDone()).isTrue();
            assertThat(said).contains("no signal").contains("done");
        } finally {
            timer.shutdownNow();
            processes.forEach(Process::destroyForcibly);
        }
        Comparison comparison = compare(truth, file);
        assertThat(comparison.gaps()).as(comparison.toString()).isEqualTo(1);
        assertThat(comparison.invented() + comparison.repeated() + comparison.unmarked())
                .as(comparison.toString())
                .isZero();
    }

    private Process simulator(Path truth) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "simulate",
                        "--scenario",
                        "lift3-healthy",
                        "--device",
                        "cyton",
                        "--link",
                        folder.resolve("board").toString(),
                        "--truth",
                        truth.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("simulate.log").toFile())
                .start();
    }

    /** Real muscle through the real path: the same contractions as from the file, to two samples once times have settled. */
    @Test
    @Tag("ci")
    void aRecordingReplayedThroughTheWireGivesTheContractionsOfTheFile() throws Exception {
        Path recording = Needs.shared("detection/cases").resolve("real_emg_bursts.f32");
        var reading = new ReadOptions(1000, org.pelvi4j.record.Unit.UV, org.pelvi4j.sensor.Signal.EMG, 0);
        var options = SimulateOptions.of("", "cyton", folder.resolve("board")).withReplay(recording, reading);
        // First the file: a reader that is still loading the detector loses what the board sends meanwhile.
        List<double[]> file = contractions("detect", "--json", "--rate", "1000", "--unit", "uV", recording.toString());
        List<double[]> live;
        try (SimulateRun board = SimulateRun.start(options, line -> {})) {
            live = contractions(
                    "monitor",
                    "--json",
                    "--seconds",
                    "32",
                    "--sensor",
                    "serial:" + folder.resolve("board") + "?protocol=cyton&channel=1&rate=1000");
            board.command("quit");
        }
        assertThat(live).hasSameSizeAs(file).hasSizeGreaterThan(5);
        for (int i = 1; i < file.size(); i++) {
            assertThat(live.get(i)[0]).isCloseTo(file.get(i)[0], within(0.002));
            assertThat(live.get(i)[1]).isCloseTo(file.get(i)[1], within(0.002));
        }
    }

    private static List<double[]> contractions(String... words) throws IOException {
        var out = new StringWriter();
        assertThat(Main.run(new PrintWriter(out), new PrintWriter(new StringWriter()), words))
                .isZero();
        var found = new ArrayList<double[]>();
        for (String line : (Iterable<String>) Stream.of(out.toString().split("\n"))::iterator) {
            double[] edges = new double[2];
            try (JsonParser json = new JsonFactory().createParser(line)) {
                while (json.nextToken() != null) {
                    if (json.currentToken() == JsonToken.VALUE_NUMBER_FLOAT && "onset_s".equals(json.currentName())) {
                        edges[0] = json.getDoubleValue();
                    } else if (json.currentToken() == JsonToken.VALUE_NUMBER_FLOAT
                            && "offset_s".equals(json.currentName())) {
                        edges[1] = json.getDoubleValue();
                    }
                }
            }
            found.add(edges);
        }
        return found;
    }
}
