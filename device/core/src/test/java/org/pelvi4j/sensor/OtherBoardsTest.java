package org.pelvi4j.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.sensor.SensorState.Kind;
import org.pelvi4j.sensor.table.SensorDrivers;
import org.pelvi4j.time.VirtualClock;

/** Chords, BITalino, Olimex and SpikerShield through their dialogues, in virtual time. */
class OtherBoardsTest {
    private final VirtualClock clock = VirtualClock.startingAt(Instant.EPOCH);
    private final PortsDouble ports = new PortsDouble(clock);
    private final Samples samples = new Samples();
    private final List<String> said = new ArrayList<>();

    private Sensor sensor(String options, Talker board) {
        ports.fault = null;
        ports.device = () -> board;
        return SensorDrivers.open(DeviceUri.parse("serial:/dev/x?protocol=" + options), ports, clock);
    }

    private void run(Sensor sensor, double seconds) {
        long end = clock.nowNanos() + Math.round(seconds * 1e9);
        while (clock.nowNanos() < end) {
            sensor.read(samples);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private Talker chords(String name) {
        var board = new Talker(clock, 250, i -> {
            byte[] frame = new byte[16];
            frame[0] = (byte) 0xC7;
            frame[1] = 0x7C;
            frame[2] = (byte) i;
            frame[3] = (byte) (i % 1000 >> 8);
            frame[4] = (byte) (i % 1000);
            frame[15] = 1;
            return frame;
        });
        board.commands = bytes -> {
            String command = new String(bytes, StandardCharsets.US_ASCII);
            said.add(command);
            switch (command) {
                case "WHORU\n" -> board.answer(ascii(name + "\r\n"));
                case "START\n" -> board.start();
                case "STOP\n" -> board.streaming = false;
                default -> throw new AssertionError("command: " + command);
            }
        };
        return board;
    }

    @Test
    void chordsIsAskedAndStarted() {
        var sensor = sensor("chords", chords("UNO-CLONE"));
        run(sensor, 6);
        assertThat(said).containsExactly("WHORU\n", "START\n");
        assertThat(sensor.state()).isEqualTo(SensorState.OK);
        assertThat(samples.all.size()).isGreaterThan(900);
        assertThat(samples.all.get(600).value()).isEqualTo(600 - 512);
        assertThat(samples.gaps).isEmpty();
        sensor.close();
        assertThat(said).endsWith("STOP\n");
    }

    @Test
    void chordsGivesMicrovoltsWhenItsAmplifierIsKnown() {
        var sensor = sensor("chords&gain=2420&reference=5", chords("UNO-R3"));
        run(sensor, 6);
        assertThat(samples.all.get(600).value()).isCloseTo((600 - 512) * 5e6 / 1024 / 2420, within(1e-9));
    }

    @Test
    void chordsThatIsAnotherBoardSaysWhatToWrite() {
        var sensor = sensor("chords", chords("UNO-R4"));
        run(sensor, 4);
        assertThat(sensor.state().kind()).isEqualTo(Kind.WRONG_DEVICE);
        assertThat(sensor.state().text()).contains("the board is UNO-R4; write board=uno-r4");
        assertThat(samples.all).isEmpty();
    }

    @Test
    void chordsIsSoughtAtBothSpeeds() {
        var silent = new Talker(clock, 250, i -> new byte[1]);
        var sensor = sensor("chords", silent);
        run(sensor, 9);
        assertThat(ports.attempts).isGreaterThan(1);
        assertThat(sensor.state().kind()).isEqualTo(Kind.SILENT);
    }

    @Test
    void chordsIsTakenUpAfterAReplug() {
        var board = chords("UNO-R3");
        var sensor = sensor("chords", board);
        run(sensor, 6);
        board.unplugged = true;
        ports.fault = BusException.Kind.NOT_FOUND;
        run(sensor, 2);
        board.unplugged = false;
        board.streaming = false;
        ports.fault = null;
        run(sensor, 5);
        assertThat(samples.gaps).hasSize(1);
        assertThat(samples.gaps.get(0).cause()).isEqualTo(Gap.Cause.DISCONNECTED);
        assertThat(sensor.state()).isEqualTo(SensorState.OK);
    }

    /** Two channels, 1000 frames a second, the first counting; check sum by the polynomial. */
    private Talker bitalino() {
        var board = new Talker(clock, 1000, i -> {
            int a = i % 1000;
            byte[] frame = {0, (byte) ((a & 0x3F) << 2), (byte) (a >> 6), (byte) ((i & 0xF) << 4)};
            int remainder = 0;
            for (byte part : frame) {
                for (int bit = 7; bit >= 0; bit--) {
                    remainder = remainder << 1 | (part >> bit & 1);
                    remainder = (remainder & 0x10) != 0 ? remainder ^ 0x13 : remainder;
                }
            }
            frame[3] |= (byte) remainder;
            return frame;
        });
        board.commands = bytes -> {
            said.add(HexFormat.of().formatHex(bytes));
            switch (bytes[0] & 0xFF) {
                case 0x07 -> board.answer(ascii("BITalino_v5.2\n"));
                case 0xC3 -> {}
                case 0x15 -> board.start();
                case 0x00 -> board.streaming = false;
                default -> throw new AssertionError("command: " + said);
            }
        };
        return board;
    }

    @Test
    void bitalinoIsAskedSetAndStarted() {
        var sensor = sensor("bitalino&channel=1&abdominal=3", bitalino());
        run(sensor, 3);
        assertThat(said).containsExactly("07", "c3", "15");
        assertThat(sensor.state()).isEqualTo(SensorState.OK);
        assertThat(samples.all.size()).isGreaterThan(2000);
        assertThat(samples.all.get(700).value()).isCloseTo((700.0 / 1024 - 0.5) * 3.3e6 / 1009, within(1e-6));
        assertThat(samples.gaps).isEmpty();
        sensor.close();
        assertThat(said).endsWith("00");
    }

    @Test
    void aBitalinoThatWasLeftAcquiringIsStoppedFirst() {
        var board = bitalino();
        board.start();
        run(sensor("bitalino&channel=1&abdominal=3", board), 3);
        assertThat(said).containsExactly("00", "07", "c3", "15");
        assertThat(samples.all.size()).isGreaterThan(1500);
    }

    @Test
    void whatIsNoBitalinoIsTold() {
        var board = new Talker(clock, 100, i -> ascii("512\r\n"));
        board.start();
        var sensor = sensor("bitalino", board);
        run(sensor, 3.2);
        assertThat(sensor.state().kind()).isEqualTo(Kind.WRONG_DEVICE);
        assertThat(samples.all).isEmpty();
    }

    @Test
    void olimexStreamsWithoutBeingAskedAndItsRealRateIsLearnt() {
        var board = new Talker(clock, 250, i -> {
            byte[] frame = new byte[17];
            frame[0] = (byte) 0xA5;
            frame[1] = 0x5A;
            frame[2] = 2;
            frame[3] = (byte) i;
            frame[4] = (byte) (i % 1000 >> 8);
            frame[5] = (byte) (i % 1000);
            return frame;
        });
        board.start();
        var sensor = sensor("olimex", board);
        run(sensor, 30);
        assertThat(said).isEmpty();
        assertThat(sensor.state()).isEqualTo(SensorState.OK);
        int size = samples.all.size();
        double seconds =
                (samples.last().atNanos() - samples.all.get(size - 1001).atNanos()) / 1e9;
        assertThat(1000 / seconds).isCloseTo(250, within(0.2));
        assertThat(samples.all.get(600).value()).isCloseTo((600 - 512) * 5e6 / 1024 / 2848, within(1e-6));
    }

    @Test
    void theSpikerShieldIsDecimated() {
        var board = new Talker(clock, 100, i -> {
            byte[] hundred = new byte[200];
            for (int k = 0; k < 100; k++) {
                double time = (100.0 * i + k) / 10_000;
                int value = (int) Math.round(
                        512 + 300 * Math.sin(2 * Math.PI * 100 * time) + 150 * Math.sin(2 * Math.PI * 3000 * time));
                hundred[2 * k] = (byte) (0x80 | value >> 7);
                hundred[2 * k + 1] = (byte) (value & 0x7F);
            }
            return hundred;
        });
        board.start();
        board.commands = bytes -> said.add(new String(bytes, StandardCharsets.US_ASCII));
        var sensor = sensor("spikershield", board);
        run(sensor, 5);
        assertThat(said).containsExactly("c:1;\n");
        assertThat(sensor.info().rateHz()).isEqualTo(2000);
        assertThat(samples.all.size()).isCloseTo(10_000, within(100));
        double square = 0;
        for (var sample : samples.all.subList(1000, 9000)) {
            square += sample.value() * sample.value();
        }
        // the sine at 100 Hz stays, the one at 3 kHz is gone
        assertThat(Math.sqrt(square / 8000)).isCloseTo(300 / Math.sqrt(2), within(2.0));
        assertThat(samples.gaps).isEmpty();
    }

    /** Whoever sends what none of them sends, at either speed. Source: RELIABILITY A12, 3 s from the opening. */
    @ParameterizedTest
    @ValueSource(strings = {"chords", "bitalino", "olimex", "spikershield"})
    void whatIsNoneOfThemIsToldWithinThreeSecondsAndStaysTold(String protocol) {
        var random = new SplittableRandom(6);
        var noise = new Talker(clock, 100, i -> {
            byte[] bytes = new byte[100];
            random.nextBytes(bytes);
            return bytes;
        });
        noise.start();
        var sensor = sensor(protocol, noise);
        run(sensor, 3);
        long end = clock.nowNanos() + 12_000_000_000L;
        while (clock.nowNanos() < end) {
            assertThat(sensor.state().kind()).isEqualTo(Kind.WRONG_DEVICE);
            assertThat(sensor.state().text()).contains("not my sensor");
            sensor.read(samples);
        }
        assertThat(samples.all).isEmpty();
    }

    /** Noise is what another speed looks like. */
    @Test
    void boardsThatStreamUnaskedAreSoughtAtASecondSpeed() {
        for (String protocol : List.of("olimex", "spikershield")) {
            var noisy = new Talker(clock, 100, i -> new byte[] {0x13, (byte) (0x40 + i % 7), 0x55});
            noisy.start();
            ports.bauds.clear();
            run(sensor(protocol, noisy), 8);
            assertThat(ports.bauds).as(protocol).contains(115_200).hasSizeGreaterThan(1);
        }
    }
}
