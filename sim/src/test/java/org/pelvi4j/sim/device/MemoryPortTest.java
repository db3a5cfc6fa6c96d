package org.pelvi4j.sim.device;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.ByteLink;
import org.pelvi4j.sim.fault.Fault;
import org.pelvi4j.time.VirtualClock;

class MemoryPortTest {
    private static final long MILLI = 1_000_000;
    private final VirtualClock clock = VirtualClock.startingAt(Instant.EPOCH, Long.MAX_VALUE - 5_000_000_000L);
    private final Signals.Notes notes = new Signals.Notes();

    private MemoryPort cyton(int instants, String... faults) {
        var plan = Arrays.stream(faults).map(Fault::parse).toList();
        var setup = DeviceSetup.plain(250).withFaults(plan, 7).telling(notes);
        var parts = DeviceParts.of(new VirtualCyton(1, 250), Signals.emg(250, instants, Signals::saw), setup);
        return MemoryPort.plugged(parts, clock);
    }

    private static byte[] readFor(ByteLink link, VirtualClock clock, long millis) throws BusException {
        var all = new ByteArrayOutputStream();
        byte[] buffer = new byte[1000];
        long until = clock.nowNanos() + millis * MILLI;
        while (clock.nowNanos() - until < 0) {
            all.write(buffer, 0, link.read(buffer));
        }
        return all.toByteArray();
    }

    @Test
    void aClientResetsStartsReadsAndStopsInVirtualTime() throws BusException {
        ByteLink link = cyton(10_000).open();
        link.write("v".getBytes(US_ASCII));
        assertThat(new String(readFor(link, clock, 10), US_ASCII)).endsWith("$$$");
        link.write("b".getBytes(US_ASCII));
        byte[] frames = readFor(link, clock, 1000);
        link.write("s".getBytes(US_ASCII));
        assertThat(frames.length).isBetween(248 * 33, 276 * 33);
        for (int i = 0; i < frames.length / 33; i++) {
            assertThat(frames[i * 33]).isEqualTo((byte) 0xA0);
            assertThat(frames[i * 33 + 1]).isEqualTo((byte) i);
            assertThat(frames[i * 33 + 32]).isEqualTo((byte) 0xC0);
            double microvolts =
                    (frames[i * 33 + 2] << 16 | (frames[i * 33 + 3] & 0xFF) << 8 | (frames[i * 33 + 4] & 0xFF))
                            * 0.0223517;
            assertThat(microvolts).isCloseTo(Signals.saw(i), within(0.0125));
        }
    }

    @Test
    void tenMinutesOfFramesDoesNotDrift() throws BusException {
        var parts = DeviceParts.of(
                new VirtualCyton(1, 250), Signals.emg(250, Integer.MAX_VALUE, Signals::saw), DeviceSetup.plain(250));
        var port = MemoryPort.plugged(parts, clock);
        ByteLink link = port.open();
        link.write("b".getBytes(US_ASCII));
        long start = clock.nowNanos();
        byte[] buffer = new byte[4096];
        while (port.status().number() < 250 * 600) {
            link.read(buffer);
        }
        assertThat((clock.nowNanos() - start) / 1e9).isCloseTo(600, within(0.02));
    }

    @Test
    void framesComeInBatchesOfAnAdapter() throws BusException {
        ByteLink link = cyton(1000).open();
        link.write("b".getBytes(US_ASCII));
        byte[] buffer = new byte[1000];
        assertThat(link.read(buffer)).isEqualTo(4 * 33);
        assertThat(link.read(buffer)).isEqualTo(4 * 33);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16, 125})
    void batchesHaveTheSizeThatWasAsked(int frames) throws BusException {
        ByteLink link = cyton(1000, "batch=" + frames).open();
        link.write("b".getBytes(US_ASCII));
        byte[] buffer = new byte[8000];
        int count = 0;
        while (count == 0) {
            count = link.read(buffer);
        }
        assertThat(count).isEqualTo(frames * 33);
    }

    @Test
    void unpluggingEndsTheWireAndPluggingAllowsAnother() throws BusException {
        var port = cyton(10_000, "unplug=1s+2s");
        ByteLink link = port.open();
        link.write("b".getBytes(US_ASCII));
        assertThatThrownBy(() -> readFor(link, clock, 2000))
                .isInstanceOfSatisfying(
                        BusException.class, e -> assertThat(e.kind()).isEqualTo(BusException.Kind.DISCONNECTED));
        assertThatThrownBy(port::open)
                .isInstanceOfSatisfying(
                        BusException.class, e -> assertThat(e.kind()).isEqualTo(BusException.Kind.NOT_FOUND));
        clock.advance(3000 * MILLI);
        byte[] after = readFor(port.open(), clock, 100);
        assertThat(after.length).isPositive();
        assertThat(notes.count(Fate.UNPLUGGED)).isBetween(495L, 505L);
        assertThat(notes.frames).extracting(Witness.Frame::number).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aPortOpenedTwiceIsBusy() throws BusException {
        var port = cyton(10);
        ByteLink link = port.open();
        assertThatThrownBy(port::open)
                .isInstanceOfSatisfying(
                        BusException.class, e -> assertThat(e.kind()).isEqualTo(BusException.Kind.BUSY));
        link.close();
        port.open().close();
    }

    @ParameterizedTest
    @CsvSource({
        "off@1s+1s, WITHHELD, 250",
        "stall@1s+1s, DAMAGED, 250",
        "intermittent=0.5@1s+1s, WITHHELD, 125",
        "byte-loss=0.03@1s+1s, DAMAGED, 158",
        "slow=4@1s+2s, WITHHELD, 375",
    })
    void theTruthTellsWhatAFaultCost(String fault, Fate fate, double expected) throws BusException {
        ByteLink link = cyton(2000, fault).open();
        link.write("b".getBytes(US_ASCII));
        readFor(link, clock, 4000);
        assertThat((double) notes.count(fate)).isCloseTo(expected, within(0.15 * expected));
        assertThat(notes.count(Fate.SENT) + notes.count(fate)).isEqualTo(notes.frames.size());
    }

    @Test
    void aStallCutsAFrameInItsMiddle() throws BusException {
        ByteLink link = cyton(2000, "stall@1s+1s").open();
        link.write("b".getBytes(US_ASCII));
        byte[] all = readFor(link, clock, 3000);
        assertThat(all.length % 33).isEqualTo(16);
    }

    @Test
    void pausedBytesComeAllAtOnceAfterwards() throws BusException {
        ByteLink link = cyton(2000, "pause@1s+500ms").open();
        link.write("b".getBytes(US_ASCII));
        int before = readFor(link, clock, 1000).length;
        int during = readFor(link, clock, 390).length;
        int after = readFor(link, clock, 120).length;
        assertThat(before).isEqualTo(248 * 33);
        assertThat(during).isLessThanOrEqualTo(4 * 33);
        assertThat(after).isGreaterThan(120 * 33);
    }

    @Test
    void delayedBytesComeLate() throws BusException {
        ByteLink link = cyton(2000, "delayed=2").open();
        link.write("b".getBytes(US_ASCII));
        assertThat(readFor(link, clock, 1990)).isEmpty();
        assertThat(readFor(link, clock, 500).length).isGreaterThan(100 * 33);
    }

    @Test
    void aWrongClockChangesHowManyFramesCome() throws BusException {
        ByteLink link = cyton(100_000, "clock=-2.3%").open();
        link.write("b".getBytes(US_ASCII));
        assertThat(readFor(link, clock, 100_000).length / 33.0).isCloseTo(25_000 * 0.977, within(6.0));
    }

    @Test
    void aResetSendsTheBannerAndWaitsForAStart() throws BusException {
        ByteLink link = cyton(10_000, "reset@1s").open();
        link.write("b".getBytes(US_ASCII));
        byte[] all = readFor(link, clock, 3000);
        assertThat(new String(all, java.nio.charset.StandardCharsets.ISO_8859_1))
                .contains("OpenBCI V3")
                .endsWith("$$$");
        assertThat(notes.frames.size()).isEqualTo(250);
    }

    @Test
    void aCounterJumps() throws BusException {
        ByteLink link = cyton(10_000, "counter-jump=10@1s").open();
        link.write("b".getBytes(US_ASCII));
        readFor(link, clock, 1100);
        assertThat(notes.frames.get(249).counter()).isEqualTo(249);
        assertThat(notes.frames.get(250).counter()).isEqualTo((250 + 10) % 256);
    }

    @Test
    void aFloodTalksBeforeAnyCommand() throws BusException {
        byte[] bytes = readFor(cyton(10_000, "flood=255").open(), clock, 1000);
        assertThat(bytes.length).isGreaterThan(3000);
        assertThat(bytes).containsOnly((byte) 255);
    }

    @Test
    void aSilentBoardAnswersNothing() throws BusException {
        ByteLink link = cyton(10_000, "off").open();
        link.write("vb".getBytes(US_ASCII));
        assertThat(readFor(link, clock, 500)).isEmpty();
    }

    @Test
    void whatADeviceCannotDoIsRefused() {
        var info = Signals.emg(100, 10, Signals::saw).get().info();
        var setup = DeviceSetup.plain(100).withFaults(List.of(Fault.parse("counter-jump")), 1);
        var parts = DeviceParts.of(new VirtualArduino(info, true, 2), Signals.emg(100, 10, Signals::saw), setup);
        assertThatThrownBy(() -> MemoryPort.plugged(parts, clock))
                .hasMessage("fault 'counter-jump=10': a board 'arduino' has no counter");
        assertThatThrownBy(() -> cyton(10, "stuck:2")).hasMessageContaining("expected a channel of 1 to 1");
    }

    @Test
    void theSameSeedDoesTheSameAndAnotherDoesNot() throws BusException {
        var runs = new java.util.ArrayList<byte[]>();
        for (long seed : new long[] {1, 1, 2}) {
            var own = VirtualClock.startingAt(Instant.EPOCH);
            var setup = DeviceSetup.plain(250).withFaults(List.of(Fault.parse("bit-flip=0.01")), seed);
            var parts = DeviceParts.of(new VirtualCyton(1, 250), Signals.emg(250, 500, Signals::saw), setup);
            ByteLink link = MemoryPort.plugged(parts, own).open();
            link.write("b".getBytes(US_ASCII));
            runs.add(readFor(link, own, 2000));
        }
        assertThat(runs.get(1)).isEqualTo(runs.get(0));
        assertThat(runs.get(2)).isNotEqualTo(runs.get(0));
    }

    @Test
    void afterItsEndTheSourceBeginsAnewWithTheNextStart() throws BusException {
        var port = cyton(100);
        ByteLink link = port.open();
        link.write("b".getBytes(US_ASCII));
        readFor(link, clock, 1000);
        assertThat(port.status().ended()).isTrue();
        link.write("sb".getBytes(US_ASCII));
        readFor(link, clock, 1000);
        assertThat(notes.frames.size()).isEqualTo(200);
        assertThat(notes.frames.get(100).number()).isZero();
        assertThat(notes.frames.get(100).values()).isEqualTo(notes.frames.get(0).values());
    }

    @Test
    void aRunThatGoesOnHasTheValuesOfTheFirst() throws BusException {
        var setup = DeviceSetup.plain(250).telling(notes);
        var source = Signals.emg(250, 1000, Signals::saw);
        var parts = new DeviceParts(new VirtualCyton(1, 250), source, setup, 100);
        ByteLink link = MemoryPort.plugged(parts, clock).open();
        link.write("b".getBytes(US_ASCII));
        readFor(link, clock, 100);
        assertThat(notes.frames.get(0).number()).isEqualTo(100);
        assertThat(notes.frames.get(0).values().get(0)).isCloseTo(Signals.saw(100), within(0.0125));
    }
}
