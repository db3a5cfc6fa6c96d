package org.pelvi4j.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.pelvi4j.sensor.Flaw;
import org.pelvi4j.sensor.Gap;
import org.pelvi4j.sensor.SensorState.Kind;
import org.pelvi4j.sim.device.Fate;
import org.pelvi4j.sim.device.PseudoTerminal;
import org.pelvi4j.sim.device.Witness.Frame;
import org.pelvi4j.sim.fault.Fault;

/** The life of a serial port, RELIABILITY.md A1 to A8: the real library, a real pseudo-terminal, a virtual board. */
@Timeout(120)
class SerialLifeTest {
    /** Figures under a second are asserted at three times their size. Source: RELIABILITY.md 4. */
    private static final long SECOND_MILLIS = 3000;

    @TempDir
    Path devices;

    @SuppressWarnings("NullAway.Init")
    private Bench bench;

    private Bench bench(String name) {
        bench = new Bench(SerialPorts.in(devices), devices.resolve(name).toString());
        return bench;
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private static void nothingIsLostThatWasSent(Bench bench) {
        List<Long> sent = bench.truth.stream()
                .filter(frame -> frame.fate() == Fate.SENT)
                .map(Frame::number)
                .collect(Collectors.toCollection(ArrayList::new));
        sent.removeAll(bench.recorded);
        assertThat(sent).as("sent and not recorded").hasSizeLessThan(4);
        assertThat(bench.recorded).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void fiftyTimesUnpluggedAndPluggedInAgain() throws IOException {
        bench("ttyUSB0");
        var millis = new ArrayList<Long>();
        try (var board = bench.plug(devices.resolve("ttyUSB0"))) {
            assertThat(bench.millisToSample(5)).isLessThan(SECOND_MILLIS);
            bench.read(0.5);
            for (int i = 0; i < 50; i++) {
                board.unplug();
                assertThat(bench.readUntil(() -> bench.sensor.state().kind() == Kind.ABSENT, 5))
                        .isTrue();
                assertThat(bench.gaps).hasSize(i);
                board.plug();
                millis.add(bench.millisToSample(5));
                bench.read(0.05);
                assertThat(bench.gaps).hasSize(i + 1);
            }
        }
        Collections.sort(millis);
        System.out.println(
                "A1: streaming again after " + millis.get(25) + " ms (median), " + millis.get(49) + " ms (worst)");
        assertThat(millis.get(48)).isLessThan(SECOND_MILLIS);
        assertThat(bench.gaps).extracting(Gap::cause).containsOnly(Gap.Cause.DISCONNECTED);
        nothingIsLostThatWasSent(bench);
    }

    @Test
    void comesBackUnderAnotherName() throws IOException {
        bench("ttyUSB0");
        Path link = Files.createDirectories(devices.resolve("serial/by-id")).resolve("usb-FTDI_DM00CN9S-if00-port0");
        Files.createSymbolicLink(link, devices.resolve("ttyUSB0"));
        try (var board = bench.plug(devices.resolve("ttyUSB0"))) {
            assertThat(bench.millisToSample(5)).isLessThan(SECOND_MILLIS);
            board.begin(Fault.parse("rename@0s+500ms"));
            assertThat(bench.readUntil(() -> bench.sensor.state().kind() == Kind.ABSENT, 5))
                    .isTrue();
            Files.delete(link);
            Files.createSymbolicLink(link, devices.resolve("ttyUSB1"));
            try (var stranger = PseudoTerminal.at(devices.resolve("ttyUSB0"))) {
                stranger.plug();
                assertThat(bench.millisToSample(10))
                        .as(() -> bench.sensor.state().toString())
                        .isLessThan(500 + 2 * SECOND_MILLIS);
                assertThat(stranger.opened()).isFalse();
            }
            bench.read(0.2);
        }
        assertThat(bench.gaps).hasSize(1);
        nothingIsLostThatWasSent(bench);
    }

    @Test
    void anotherDeviceUnderTheOldNameIsNotTakenForTheSensor() throws IOException {
        bench("port");
        try (var board = bench.plug(devices.resolve("port"))) {
            assertThat(bench.millisToSample(5)).isLessThan(SECOND_MILLIS);
            bench.read(0.2);
            assertThat(board.status().measuring()).isTrue();
        }
        int before = bench.recorded.size();
        try (var stranger = PseudoTerminal.at(devices.resolve("port"))) {
            stranger.plug();
            byte[] lines = "512,1023\r\n".repeat(5).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
            boolean told = bench.readUntil(
                    () -> {
                        write(stranger, lines);
                        return bench.sensor.state().kind() == Kind.WRONG_DEVICE;
                    },
                    9);
            assertThat(told).isTrue();
            assertThat(bench.sensor.state().text()).contains("not my sensor");
        }
        assertThat(bench.recorded).hasSize(before);
    }

    private static void write(PseudoTerminal terminal, byte[] bytes) {
        try {
            terminal.write(bytes, 0, bytes.length);
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    @Test
    void aBusyPortIsNamedAndTakenWhenItIsFree() throws Exception {
        bench("port");
        try (var board = bench.plug(devices.resolve("port"))) {
            // It says so once it has the lock: the sensor must not be read before, or it takes the port first.
            // flock becomes what it starts, so that the lock ends with this one process.
            String port = devices.resolve("port").toString();
            Process other = new ProcessBuilder(
                            "flock", "--exclusive", "--no-fork", port, "sh", "-c", "echo locked; exec sleep 60")
                    .start();
            try (BufferedReader said = other.inputReader()) {
                assertThat(said.readLine()).isEqualTo("locked");
                assertThat(bench.readUntil(() -> bench.sensor.state().kind() == Kind.BUSY, 4))
                        .isTrue();
                assertThat(bench.sensor.state().text()).contains("in use by");
            } finally {
                other.destroyForcibly().waitFor();
            }
            assertThat(bench.millisToSample(15)).isLessThan(9000);
            assertThat(board.status().opened()).isTrue();
        }
    }

    @Test
    @Tag("ci")
    void aPortThatIsMissingAtTheStartIsWaitedForAlmostForNothing() throws IOException {
        bench("port");
        bench.read(0.3);
        var threads = java.lang.management.ManagementFactory.getThreadMXBean();
        long cpu = threads.getCurrentThreadCpuTime();
        bench.read(2);
        long used = threads.getCurrentThreadCpuTime() - cpu;
        System.out.println("A6: waiting takes " + used / 20_000_000.0 + " % of a core");
        assertThat(used).isLessThan(3 * 40_000_000L);
        assertThat(bench.sensor.state().kind()).isEqualTo(Kind.ABSENT);
        assertThat(bench.sensor.state().text()).contains("plugged in");
        try (var board = bench.plug(devices.resolve("port"))) {
            assertThat(bench.millisToSample(10)).isLessThan(2 * SECOND_MILLIS);
            assertThat(board.status().measuring()).isTrue();
        }
    }

    @Test
    void anOpenPortThatGivesNothingIsSilent() throws IOException {
        bench("port");
        try (var board = bench.plug(devices.resolve("port"))) {
            assertThat(bench.millisToSample(5)).isLessThan(SECOND_MILLIS);
            bench.read(0.2);
            board.begin(Fault.parse("off"));
            assertThat(bench.readUntil(() -> bench.sensor.state().kind() == Kind.SILENT, 3))
                    .isTrue();
            int before = bench.recorded.size();
            bench.read(0.5);
            assertThat(bench.recorded).hasSize(before);
            board.clear();
            assertThat(bench.millisToSample(5)).isLessThan(SECOND_MILLIS);
        }
    }

    @Test
    void aStallInsideAFrameIsOneGap() throws IOException {
        bench("port");
        try (var board = bench.plug(devices.resolve("port"))) {
            for (double seconds : new double[] {0.1, 1, 3}) {
                assertThat(bench.millisToSample(5)).isLessThan(SECOND_MILLIS);
                bench.read(0.5);
                bench.gaps.clear();
                board.begin(Fault.parse("stall"));
                bench.read(seconds);
                board.clear();
                bench.read(1);
                assertThat(bench.gaps).as("stall of %s s", seconds).hasSize(1);
            }
            assertThat(bench.sensor.state().kind())
                    .as("%s %s", bench.sensor.state(), bench.gaps)
                    .isEqualTo(Kind.OK);
        }
        nothingIsLostThatWasSent(bench);
        assertThat(bench.flaws.stream().filter(flaw -> (flaw & ~Flaw.STALE) != 0))
                .isEmpty();
    }
}
