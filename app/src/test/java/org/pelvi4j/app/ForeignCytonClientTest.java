package org.pelvi4j.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pelvi4j.record.ReadOptions;
import org.pelvi4j.record.Unit;
import org.pelvi4j.sim.device.Witness;
import org.pelvi4j.sim.run.SimulateOptions;
import org.pelvi4j.sim.run.SimulateRun;
import org.pelvi4j.sim.run.TruthReader;

/** The virtual Cyton against a client that others could have written: from the documentation alone, in another language. */
class ForeignCytonClientTest {
    private static final int FRAMES = 500;

    @TempDir
    Path folder;

    private final List<String> log = new CopyOnWriteArrayList<>();

    /** Values between the steps of every gain. */
    private static float microvolts(int number) {
        return (float) (StrictMath.sin(number * 0.37) * 180.123);
    }

    private SimulateOptions replay() throws IOException {
        ByteBuffer floats = ByteBuffer.allocate(4 * 3000).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < 3000; i++) {
            floats.putFloat(microvolts(i));
        }
        Path file = Files.write(folder.resolve("known.f32"), floats.array());
        return SimulateOptions.of("", "cyton", folder.resolve("port"))
                .withReplay(file, ReadOptions.NONE.withRate(1000).withUnit(Unit.UV));
    }

    private List<String> client(String... arguments) throws IOException, InterruptedException {
        Path script = folder.resolve("cyton_client.py");
        try (InputStream text = ForeignCytonClientTest.class.getResourceAsStream("/cyton_client.py")) {
            assertThat(text).isNotNull();
            Files.copy(text, script, StandardCopyOption.REPLACE_EXISTING);
        }
        var words = new java.util.ArrayList<>(List.of("python3", script.toString()));
        words.addAll(List.of(arguments));
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output.lines().toList();
    }

    @ParameterizedTest(name = "gain {1}")
    @CsvSource({"0, 1", "4, 8", "6, 24"})
    void theMicrovoltsAgreeToHalfAStep(String gainCode, int gain) throws IOException, InterruptedException {
        Needs.command("python3", "-c", "import termios");
        double halfStep = 4.5e6 / ((1 << 23) - 1) / gain / 2;
        List<String> lines;
        try (var run = SimulateRun.start(replay(), log::add)) {
            lines = client(folder.resolve("port").toString(), gainCode, Integer.toString(FRAMES));
            run.command("quit");
        }
        assertThat(lines).hasSize(FRAMES);
        for (int i = 0; i < FRAMES; i++) {
            String[] fields = lines.get(i).split(" ", -1);
            assertThat(Integer.parseInt(fields[0])).isEqualTo(i % 256);
            assertThat(Double.parseDouble(fields[1]) - microvolts(i))
                    .isBetween(-halfStep * 1.000001, halfStep * 1.000001);
            assertThat(Double.parseDouble(fields[2])).isZero();
        }
    }

    /** What a simulated person's muscle gives: each frame's microvolts against the truth file, to half a step. */
    @Test
    @Tag("ci")
    void theMicrovoltsOfAScenarioAgreeWithTheTruthFile() throws IOException, InterruptedException {
        Needs.command("python3", "-c", "import termios");
        Path truth = folder.resolve("truth.jsonl");
        double halfStep = 4.5e6 / ((1 << 23) - 1) / 24 / 2;
        List<String> lines;
        var options = SimulateOptions.of("lift3-healthy", "cyton", folder.resolve("port"))
                .withTruth(truth);
        try (var run = SimulateRun.start(options, log::add)) {
            lines = client(folder.resolve("port").toString(), "6", Integer.toString(FRAMES));
            run.command("quit");
        }
        List<Witness.Frame> frames = TruthReader.frames(truth);
        for (int i = 0; i < FRAMES; i++) {
            String[] fields = lines.get(i).split(" ", -1);
            assertThat(Integer.parseInt(fields[0])).isEqualTo(frames.get(i).counter());
            assertThat(Double.parseDouble(fields[1]) - frames.get(i).values().get(0))
                    .isBetween(-halfStep * 1.000001, halfStep * 1.000001);
        }
    }

    /** Faults are switched while it runs, by lines on standard input. */
    @Test
    @Tag("ci")
    void aFaultThatIsSwitchedOnIsSeenByTheClientUntilItIsSwitchedOff() throws Exception {
        Needs.command("python3", "-c", "import termios");
        var commands = new PipedOutputStream();
        var input = new PipedInputStream(commands);
        var options = SimulateOptions.of("lift3-healthy", "cyton", folder.resolve("port"));
        var simulating = CompletableFuture.runAsync(() -> {
            try {
                SimulateRun.run(options, input, log::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        await().until(() -> Files.exists(folder.resolve("port")));
        assertThat(distinct(client(folder.resolve("port").toString(), "6", "100")))
                .isGreaterThan(50);
        order(commands, "fault rail", "fault rail.* on");
        assertThat(distinct(client(folder.resolve("port").toString(), "6", "100")))
                .isEqualTo(1);
        order(commands, "clear", "fault rail.* off");
        assertThat(distinct(client(folder.resolve("port").toString(), "6", "100")))
                .isGreaterThan(50);
        commands.write("quit\n".getBytes(StandardCharsets.US_ASCII));
        commands.flush();
        simulating.get(10, TimeUnit.SECONDS);
        assertThat(Files.exists(folder.resolve("port"))).isFalse();
    }

    private void order(PipedOutputStream commands, String command, String answer) throws IOException {
        commands.write((command + "\n").getBytes(StandardCharsets.US_ASCII));
        commands.flush();
        await().until(() -> log.stream().anyMatch(line -> line.matches(".*" + answer)));
    }

    private static long distinct(List<String> lines) {
        return lines.stream().map(line -> line.split(" ", -1)[1]).distinct().count();
    }

    @Test
    void anotherDeviceIsNoCyton() throws IOException, InterruptedException {
        Needs.command("python3", "-c", "import termios");
        var arduino = SimulateOptions.of("lift3-healthy", "arduino", folder.resolve("port"));
        try (var run = SimulateRun.start(arduino, log::add)) {
            run.command("status");
            org.assertj.core.api.Assertions.assertThatThrownBy(
                            () -> client(folder.resolve("port").toString(), "6", "10"))
                    .hasMessageContaining("cyton_client: no $$$ after 'v'");
        }
    }
}
