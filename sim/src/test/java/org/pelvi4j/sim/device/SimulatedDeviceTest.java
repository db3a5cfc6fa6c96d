package org.pelvi4j.sim.device;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pelvi4j.sim.device.SimulatedDevice.Pace;

class SimulatedDeviceTest {
    @TempDir
    Path folder;

    private final Signals.Notes notes = new Signals.Notes();

    private SimulatedDevice cyton(Pace pace, int instants) throws IOException {
        var setup = DeviceSetup.plain(250).telling(notes);
        var parts = DeviceParts.of(new VirtualCyton(1, 250), Signals.emg(250, instants, Signals::saw), setup);
        return SimulatedDevice.start(parts, folder.resolve("port"), pace);
    }

    private RandomAccessFile open() throws IOException {
        return new RandomAccessFile(folder.resolve("port").toFile(), "rw");
    }

    private static void readUntilDollars(RandomAccessFile port) throws IOException {
        var text = new StringBuilder();
        while (!text.toString().endsWith("$$$")) {
            int next = port.read();
            if (next < 0) {
                throw new EOFException("after '" + text + "'");
            }
            text.append((char) next);
        }
    }

    @Test
    void asFastAsItIsReadNothingIsLost() throws IOException {
        try (var device = cyton(Pace.AS_READ, 50_000);
                var port = open()) {
            port.write("v".getBytes(US_ASCII));
            readUntilDollars(port);
            port.write("b".getBytes(US_ASCII));
            byte[] frame = new byte[33];
            for (int i = 0; i < 50_000; i++) {
                port.readFully(frame);
                assertThat(frame[1]).isEqualTo((byte) i);
            }
            assertThat(device.status().overrunBytes()).isZero();
        }
        assertThat(notes.count(Fate.SENT)).isEqualTo(50_000);
    }

    @Test
    void asFastAsItIsReadItWaitsForAReaderWhoHasLeft() throws IOException {
        try (var device = cyton(Pace.AS_READ, 1_000_000)) {
            try (var port = open()) {
                port.write("b".getBytes(US_ASCII));
                port.readFully(new byte[33]);
            }
            Awaitility.await().until(() -> !device.status().opened());
            long then = device.status().number();
            try (var port = open()) {
                port.readFully(new byte[33 * 100]);
            }
            assertThat(device.status().number()).isBetween(then + 90, then + 20_000);
        }
    }

    @Test
    void inRealTimeFramesComeAtTheBoardsPace() throws IOException {
        try (var device = cyton(Pace.REAL, 10_000);
                var port = open()) {
            port.write("b".getBytes(US_ASCII));
            byte[] frames = new byte[33 * 4];
            port.readFully(frames);
            long start = System.nanoTime();
            for (int i = 0; i < 30; i++) {
                port.readFully(frames);
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            assertThat(seconds).isCloseTo(0.48, within(0.1));
            assertThat(device.status().measuring()).isTrue();
        }
    }

    @Test
    void whatASlowReaderLeavesIsLostAndCounted() throws IOException {
        var setup = DeviceSetup.plain(250).inBatchesOf(1).telling(notes);
        var source = Signals.emg(20_000, 1_000_000, Signals::saw);
        var parts = DeviceParts.of(new VirtualCyton(1, 20_000), source, setup);
        try (var device = SimulatedDevice.start(parts, folder.resolve("port"), Pace.REAL);
                var port = open()) {
            port.write("b".getBytes(US_ASCII));
            Awaitility.await().until(() -> device.status().overrunBytes() > 10_000);
        }
        assertThat(notes.count(Fate.OVERRUN)).isGreaterThan(300);
        assertThat(notes.frames.get(0).fate()).isEqualTo(Fate.SENT);
    }

    @Test
    void unpluggingHangsUpAndPluggingGoesOn() throws IOException {
        try (var device = cyton(Pace.REAL, 100_000)) {
            try (var port = open()) {
                port.write("b".getBytes(US_ASCII));
                port.readFully(new byte[33]);
                device.unplug();
                assertThatThrownBy(() -> port.readFully(new byte[100_000])).isInstanceOf(IOException.class);
            }
            assertThat(Files.exists(folder.resolve("port"), LinkOption.NOFOLLOW_LINKS))
                    .isFalse();
            device.plug();
            Awaitility.await().until(() -> Files.exists(folder.resolve("port")));
            try (var port = open()) {
                byte[] frame = new byte[33];
                port.readFully(frame);
                assertThat(frame[0]).isEqualTo((byte) 0xA0);
            }
        }
        assertThat(notes.events).contains("unplugged", "plugged in");
    }

    @Test
    void whileNobodyListensNothingIsKept() throws IOException {
        try (var device = cyton(Pace.REAL, 100_000)) {
            try (var port = open()) {
                port.write("b".getBytes(US_ASCII));
                port.readFully(new byte[33]);
            }
            Awaitility.await().until(() -> device.status().number() > 60);
            long before = device.status().number();
            try (var port = open()) {
                byte[] frame = new byte[33];
                port.readFully(frame);
                assertThat(frame[1] & 0xFF).isGreaterThanOrEqualTo((int) before - 4);
            }
        }
        assertThat(notes.count(Fate.CLOSED)).isPositive();
    }

    @Test
    void closingTakesTheLinkAwayInTime() throws IOException {
        var device = cyton(Pace.REAL, 100);
        long start = System.nanoTime();
        device.close();
        device.close();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(1500));
        assertThat(Files.exists(folder.resolve("port"), LinkOption.NOFOLLOW_LINKS))
                .isFalse();
    }
}
