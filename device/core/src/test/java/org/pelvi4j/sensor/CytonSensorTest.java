package org.pelvi4j.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.sensor.SensorState.Kind;
import org.pelvi4j.sensor.table.SensorDrivers;
import org.pelvi4j.time.VirtualClock;

class CytonSensorTest {
    private static final double MICROVOLTS = 4.5e6 / 8388607 / 24;
    /** Near the overflow of nanoseconds, where only differences compare. */
    private final VirtualClock clock = VirtualClock.startingAt(Instant.EPOCH, Long.MAX_VALUE - 3_000_000_000L);

    private final PortsDouble ports = new PortsDouble(clock);
    private final BoardDouble board = new BoardDouble(clock);
    private final Samples samples = new Samples();
    private Sensor sensor = sensor("");

    private Sensor sensor(String options) {
        return SensorDrivers.open(DeviceUri.parse("serial:/dev/ttyUSB0?protocol=cyton" + options), ports, clock);
    }

    @BeforeEach
    void plugIn() {
        ports.plug(board);
    }

    private void run(double seconds) {
        long end = clock.nowNanos() + Math.round(seconds * 1e9);
        while (end - clock.nowNanos() > 0) {
            assertThat(sensor.read(samples)).isTrue();
        }
    }

    private long index(Samples.Sample sample) {
        return Math.round(sample.value() / MICROVOLTS);
    }

    /** Each frame that the board took is recorded once or lies in a gap, and numbers differ from indices by a constant. */
    private void numbersFollowTheTruth() {
        long shift = index(samples.all.get(0));
        for (var sample : samples.all) {
            assertThat(sample.number()).isEqualTo(index(sample) - shift);
        }
    }

    @Test
    void startsTheBoardAndGivesMicrovolts() {
        run(2);
        assertThat(board.commands).hasToString("vx1060000Xb");
        assertThat(sensor.state()).isEqualTo(SensorState.OK);
        assertThat(samples.gaps).isEmpty();
        assertThat(samples.all.size()).isGreaterThan(350);
        assertThat(samples.all.get(100).value()).isCloseTo(100 * MICROVOLTS, within(1e-9));
        assertThat(sensor.info().channels().get(0).maximum()).isCloseTo(187_500, within(1e-6));
        numbersFollowTheTruth();
    }

    @Test
    void setsGainAndSecondChannelAndLeavesTheBoardAsItWas() {
        sensor = sensor("&gain=8&channel=2&abdominal=3");
        run(2);
        sensor.close();
        sensor.close();
        assertThat(board.commands).hasToString("vx2040000Xx3040000Xbsd");
        assertThat(board.closed).isTrue();
        assertThat(sensor.read(samples)).isFalse();
        assertThat(sensor.info().channels()).extracting(Channel::role).containsExactly(Role.PFM, Role.ABDOMINAL);
    }

    @Test
    void startsWithoutAnswersToChannelCommands() {
        board.answersSettings = false;
        run(2);
        assertThat(samples.all.size()).isGreaterThan(280);
    }

    @Test
    void stopsAndSetsUpABoardThatWasLeftStreaming() {
        board.streaming();
        run(3);
        assertThat(board.commands).hasToString("svx1060000Xb");
        assertThat(samples.gaps).isEmpty();
    }

    @Test
    void goesOnAfterAReplugOfABoardThatStreamsOn() {
        run(5);
        board.unplugged = true;
        ports.fault = BusException.Kind.NOT_FOUND;
        run(3.3);
        assertThat(sensor.state().kind()).isEqualTo(Kind.ABSENT);
        board.unplugged = false;
        ports.fault = null;
        long back = clock.nowNanos();
        int before = samples.all.size();
        while (samples.all.size() == before) {
            run(0.001);
        }
        assertThat(clock.nowNanos() - back).isLessThan(300_000_000);
        run(5);
        assertThat(samples.gaps).hasSize(1);
        assertThat(samples.gaps.get(0).cause()).isEqualTo(Gap.Cause.DISCONNECTED);
        numbersFollowTheTruth();
    }

    /** To one sample, whatever the machine does meanwhile. Source: RELIABILITY A1, the edges of a gap. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void aReaderThatIsHeldUpAfterAReplugMovesNoNumber(int frame) {
        run(5);
        board.unplugged = true;
        ports.fault = BusException.Kind.NOT_FOUND;
        run(1);
        var other = new BoardDouble(clock);
        other.heldUpAt = frame;
        other.heldUpNanos = 16_000_000;
        ports.plug(other);
        run(5);
        assertThat(other.heldUpNanos).isZero();
        assertThat(samples.gaps).hasSize(1);
        Gap gap = samples.gaps.get(0);
        double truly =
                (other.takenNanos(0) - board.takenNanos(index(samples.all.get((int) gap.firstNumber() - 1)))) / 4e6;
        assertThat(gap.count() + 1).isCloseTo(Math.round(truly), within(1L));
    }

    @Test
    void goesOnAfterAReplugOfABoardThatBeganAnew() {
        run(5);
        long last = samples.last().atNanos();
        board.unplugged = true;
        ports.fault = BusException.Kind.NOT_FOUND;
        run(3.3);
        var other = new BoardDouble(clock);
        ports.plug(other);
        long back = clock.nowNanos();
        run(5);
        assertThat(samples.gaps).hasSize(1);
        Gap gap = samples.gaps.get(0);
        assertThat(gap.fromNanos() - last).isCloseTo(4_000_000, within(100_000L));
        assertThat(gap.untilNanos() - back).isBetween(0L, 600_000_000L);
        assertThat(gap.untilNanos() - other.takenNanos(0)).isCloseTo(2_000_000, within(4_100_000L));
    }

    @Test
    void goesOnAfterAResetInTheMiddle() {
        run(5);
        board.reset();
        run(5);
        assertThat(samples.gaps).hasSize(1);
        assertThat(samples.gaps.get(0).count()).isBetween(5L, 100L);
        assertThat(sensor.state()).isEqualTo(SensorState.OK);
    }

    @ParameterizedTest
    @CsvSource({"BUSY, BUSY", "NO_PERMISSION, NO_PERMISSION", "NOT_FOUND, ABSENT", "FAILED, ABSENT"})
    void tellsWhyThePortIsNotOpenAndTriesAgainPatiently(BusException.Kind fault, Kind kind) {
        ports.fault = fault;
        run(1);
        assertThat(sensor.state().kind()).isEqualTo(kind);
        assertThat(sensor.state().text()).startsWith("/dev/ttyUSB0");
        run(60);
        assertThat(ports.attempts).isBetween(10, 650);
        ports.fault = null;
        run(6.5);
        assertThat(samples.all.size()).isGreaterThan(100);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 1, 10, 60})
    void aStallInsideAFrameIsOneGapAtMost(double seconds) {
        run(5);
        board.silent = true;
        run(seconds);
        board.silent = false;
        run(5);
        assertThat(samples.gaps).hasSize(1);
        assertThat(samples.gaps.get(0).count() / 250.0).isCloseTo(seconds, within(0.7));
        assertThat(sensor.state()).isEqualTo(SensorState.OK);
        assertThat(samples.last().flaws()).isZero();
    }

    @Test
    void noticesSilenceAtOnce() {
        run(5);
        board.silent = true;
        run(0.31);
        assertThat(sensor.state().kind()).isEqualTo(Kind.SILENT);
        run(10);
        assertThat(sensor.state().kind()).isEqualTo(Kind.SILENT);
    }

    @Test
    void aBoardThatNeverAnswersIsSilentAndIsFoundWhenItIsSwitchedOn() {
        board.silent = true;
        run(3);
        assertThat(sensor.state().kind()).isEqualTo(Kind.SILENT);
        assertThat(samples.all).isEmpty();
        board.silent = false;
        run(5);
        assertThat(sensor.state()).isEqualTo(SensorState.OK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"00", "FF", "A0", "31322C34350D0A", "C77C01020304050601"})
    void whatIsNoCytonIsToldWithinThreeSecondsAndGivesNoSample(String bytes) {
        board.silent = true;
        byte[] piece = java.util.HexFormat.of().parseHex(bytes.repeat(80 / bytes.length() * 2));
        run(0.01);
        for (int i = 0; i < 1000; i++) {
            board.deliver(clock.nowNanos() + i * 10_000_000L, piece);
        }
        run(3);
        assertThat(sensor.state().kind()).isEqualTo(Kind.WRONG_DEVICE);
        assertThat(sensor.state().text()).contains("not my sensor");
        run(7);
        assertThat(samples.all).isEmpty();
    }

    @Test
    void aDongleWithoutABoardIsNamed() {
        board.silent = true;
        run(0.01);
        for (int i = 0; i < 20; i++) {
            board.deliver(clock.nowNanos() + i * 100_000_000L, "Failure: Communications timeout$$$");
        }
        board.answersSettings = false;
        run(3);
        assertThat(samples.all).isEmpty();
        assertThat(sensor.state().text()).contains("dongle");
    }
}
