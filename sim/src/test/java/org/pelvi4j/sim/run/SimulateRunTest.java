package org.pelvi4j.sim.run;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pelvi4j.record.ReadOptions;
import org.pelvi4j.record.Unit;
import org.pelvi4j.sim.device.Fate;
import org.pelvi4j.sim.device.Witness;

class SimulateRunTest {
    @TempDir
    Path folder;

    private final List<String> log = new CopyOnWriteArrayList<>();

    private SimulateOptions options() {
        return SimulateOptions.of("lift3-healthy", "cyton", folder.resolve("port"))
                .withTruth(folder.resolve("truth.jsonl"));
    }

    private RandomAccessFile open() throws IOException {
        return new RandomAccessFile(folder.resolve("port").toFile(), "rw");
    }

    private void readFrames(RandomAccessFile port, int count) throws IOException {
        byte[] frame = new byte[33];
        for (int i = 0; i < count; i++) {
            port.readFully(frame);
            assertThat(frame[0]).isEqualTo((byte) 0xA0);
        }
    }

    @Test
    void aRunThatWasCutOffInTheMiddleOfAStreamGoesOnWhereItStopped() throws IOException {
        try (var first = SimulateRun.start(options(), log::add);
                var port = open()) {
            port.write("b".getBytes(US_ASCII));
            readFrames(port, 40);
            first.command("status");
        }
        try (var second = SimulateRun.start(options(), log::add);
                var port = open()) {
            port.write("b".getBytes(US_ASCII));
            readFrames(port, 40);
            second.command("quit");
        }
        List<Witness.Frame> truth = TruthReader.frames(folder.resolve("truth.jsonl"));
        assertThat(truth).extracting(Witness.Frame::number).isSorted().doesNotHaveDuplicates();
        assertThat(truth.get(truth.size() - 1).number()).isGreaterThanOrEqualTo(79);
        assertThat(log).anyMatch(line -> line.contains("goes on at 0."));
        assertThat(folder.resolve("port.state")).doesNotExist();
    }

    @Test
    void aRunWhoseReaderStoppedTheBoardIsNotGoneOnWith() throws IOException {
        try (var first = SimulateRun.start(options(), log::add);
                var port = open()) {
            port.write("b".getBytes(US_ASCII));
            readFrames(port, 10);
            port.write("s".getBytes(US_ASCII));
            Awaitility.await().until(() -> log.stream().anyMatch(line -> line.endsWith("stop")));
            first.command("status");
        }
        try (var second = SimulateRun.start(options(), log::add)) {
            second.command("status");
            assertThat(log).noneMatch(line -> line.contains("goes on"));
        }
    }

    @Test
    void anotherSeedIsAnotherRun() throws IOException {
        try (var first = SimulateRun.start(options(), log::add);
                var port = open()) {
            port.write("b".getBytes(US_ASCII));
            readFrames(port, 10);
            first.command("status");
        }
        var other = new SimulateOptions(
                "lift3-healthy", "cyton", folder.resolve("port"), List.of(), 7L, null, null, ReadOptions.NONE, null);
        try (var second = SimulateRun.start(other, log::add)) {
            second.command("status");
            assertThat(log).noneMatch(line -> line.contains("goes on"));
        }
    }

    @Test
    void commandsAreObeyedAndWrongOnesExplained() throws IOException {
        try (var run = SimulateRun.start(options(), log::add)) {
            run.command("unplug");
            Awaitility.await().until(() -> !Files.exists(folder.resolve("port"), LinkOption.NOFOLLOW_LINKS));
            run.command("plug");
            Awaitility.await().until(() -> Files.exists(folder.resolve("port")));
            run.command("mute");
            run.command("fault byte-loss=0.5");
            run.command("fault bite-loss");
            run.command("clear");
            run.command("jump");
            run.command("status");
            Awaitility.await().until(() -> log.stream().anyMatch(line -> line.contains("byte-loss=0.5 off")));
        }
        assertThat(log)
                .anyMatch(line -> line.endsWith("unplugged"))
                .anyMatch(line -> line.endsWith("fault off on"))
                .anyMatch(line -> line.contains("fault 'bite-loss': expected one of off, stuck"))
                .anyMatch(line -> line.startsWith("expected one of unplug, plug, mute"))
                .anyMatch(line -> line.contains("number=0"));
    }

    @Test
    void quitEndsItAndTheEndOfTheCommandsDoesNot() throws IOException {
        SimulateRun.run(options(), new ByteArrayInputStream("\nquit\n".getBytes(US_ASCII)), log::add);
        assertThat(Files.exists(folder.resolve("port"), LinkOption.NOFOLLOW_LINKS))
                .isFalse();
    }

    @Test
    void aRecordingIsSentAtItsOwnRateUntilItEnds() throws IOException {
        ByteBuffer floats = ByteBuffer.allocate(4 * 500).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < 500; i++) {
            floats.putFloat((float) StrictMath.sin(i * 0.7) * 0.2f);
        }
        Path file = folder.resolve("muscle.f32");
        Files.write(file, floats.array());
        var replay = options().withReplay(file, ReadOptions.NONE.withRate(1000).withUnit(Unit.MV));
        try (var run = SimulateRun.start(replay, log::add);
                var port = open()) {
            port.write("b".getBytes(US_ASCII));
            readFrames(port, 500);
            Awaitility.await().until(() -> log.stream().anyMatch(line -> line.endsWith("the source has ended")));
            run.command("quit");
        }
        List<Witness.Frame> truth = TruthReader.frames(folder.resolve("truth.jsonl"));
        assertThat(truth).hasSize(500).allMatch(frame -> frame.fate() == Fate.SENT);
        assertThat(truth.get(3).seconds()).isEqualTo(0.003);
        assertThat(truth.get(3).values().get(0))
                .isCloseTo(StrictMath.sin(2.1) * 200, org.assertj.core.api.Assertions.within(0.012));
    }

    @Test
    void whatCannotBeIsRefusedInOneLine() {
        Path link = folder.resolve("port");
        assertThatThrownBy(() -> SimulateRun.start(SimulateOptions.of("lift3-healthy", "citon", link), log::add))
                .hasMessageStartingWith("device: expected one of cyton, cyton-daisy, arduino");
        assertThatThrownBy(() -> SimulateRun.start(SimulateOptions.of("nobody", "cyton", link), log::add))
                .hasMessageStartingWith("scenario: expected one of");
        assertThatThrownBy(() ->
                        SimulateRun.start(options().withReplay(folder.resolve("none.f32"), ReadOptions.NONE), log::add))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("none.f32");
        assertThat(link.resolveSibling("port.state")).doesNotExist();
    }
}
