package org.pelvi4j.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.BusException.Kind;
import org.pelvi4j.bus.ByteLink;
import org.pelvi4j.bus.I2cDevice;
import org.pelvi4j.bus.IioDevice;
import org.pelvi4j.bus.InputPin;
import org.pelvi4j.bus.InputSetup;
import org.pelvi4j.bus.OutputPin;
import org.pelvi4j.bus.Ports;
import org.pelvi4j.bus.SpiAddress;
import org.pelvi4j.bus.SpiDevice;
import org.pelvi4j.time.VirtualClock;

class SteadyLinkTest {
    private final VirtualClock clock = VirtualClock.startingAt(Instant.EPOCH);
    private final Map<String, Kind> faults = new HashMap<>();
    private final List<String> attempts = new ArrayList<>();
    private final List<Wire> wires = new ArrayList<>();
    private final SteadyLink link = link(List.of("/dev/a", "/dev/b"), List.of(115_200));
    private final byte[] buffer = new byte[64];

    /** A wire that gives one byte each read until it is cut. */
    private final class Wire implements ByteLink {
        boolean cut;
        int gives = 1;
        int closes;

        @Override
        public int read(byte[] into) throws BusException {
            check();
            clock.advance(10_000_000);
            return gives;
        }

        @Override
        public void write(byte[] bytes) throws BusException {
            check();
        }

        private void check() throws BusException {
            if (cut || closes > 0) {
                throw new BusException(Kind.DISCONNECTED, "cut");
            }
        }

        @Override
        public void close() {
            closes++;
        }
    }

    private SteadyLink link(List<String> paths, List<Integer> bauds) {
        return new SteadyLink(new SerialOnly(), clock, paths, bauds);
    }

    private final class SerialOnly implements Ports {
        @Override
        public ByteLink openSerial(String path, int baud) throws BusException {
            attempts.add(path + "@" + baud);
            Kind fault = faults.get(path);
            if (fault != null) {
                throw new BusException(fault, path + ": " + fault);
            }
            wires.add(new Wire());
            return wires.get(wires.size() - 1);
        }

        @Override
        public I2cDevice openI2c(int bus, int address) {
            throw new AssertionError("serial only");
        }

        @Override
        public SpiDevice openSpi(SpiAddress address, int hertz, int mode) {
            throw new AssertionError("serial only");
        }

        @Override
        public InputPin openInput(int line, InputSetup setup) {
            throw new AssertionError("serial only");
        }

        @Override
        public IioDevice openIio(String name, String channel) {
            throw new AssertionError("serial only");
        }

        @Override
        public OutputPin openOutput(int line) {
            throw new AssertionError("serial only");
        }

        @Override
        public void pause(long nanos) {
            assertThat(nanos).isBetween(1L, 100_000_000L);
            clock.advance(nanos);
        }

        @Override
        public void close() {}
    }

    private void run(double seconds) {
        long end = clock.nowNanos() + Math.round(seconds * 1e9);
        int reads = 0;
        while (end - clock.nowNanos() > 0) {
            link.read(buffer);
            assertThat(reads++).as("reads that take no time").isLessThan(100_000);
        }
    }

    @Test
    void opensTheFirstPathThatIsThere() {
        faults.put("/dev/a", Kind.NOT_FOUND);
        run(0.1);
        assertThat(attempts).containsExactly("/dev/a@115200", "/dev/b@115200");
        assertThat(link.path()).isEqualTo("/dev/b");
        assertThat(link.openings()).isEqualTo(1);
        assertThat(link.trouble()).isNull();
    }

    @Test
    void looksForAMissingPortTenTimesASecondWithoutSpinning() {
        faults.put("/dev/a", Kind.NOT_FOUND);
        faults.put("/dev/b", Kind.NOT_FOUND);
        run(10);
        assertThat(attempts.size()).isBetween(190, 210);
        assertThat(link.trouble()).hasMessage("/dev/a: NOT_FOUND");
    }

    @Test
    void asksABusyPortLessAndLessOften() {
        faults.put("/dev/a", Kind.BUSY);
        faults.put("/dev/b", Kind.NOT_FOUND);
        run(60);
        assertThat(link.trouble()).hasMessage("/dev/a: BUSY");
        assertThat(attempts.size() / 2).isBetween(13, 18);
        faults.clear();
        run(5.1);
        assertThat(link.isOpen()).isTrue();
    }

    @Test
    void opensAgainWithinATenthOfASecondAfterALoss() {
        run(1);
        wires.get(0).cut = true;
        run(0.15);
        assertThat(link.openings()).isEqualTo(2);
        assertThat(wires.get(0).closes).isEqualTo(1);
        wires.get(1).cut = true;
        assertThat(link.write(new byte[1])).isFalse();
        assertThat(link.isOpen()).isFalse();
        run(0.15);
        assertThat(link.write(new byte[1])).isTrue();
    }

    @Test
    void aFlappingPortIsOpenedOncePerFlap() {
        for (int i = 0; i < 100; i++) {
            run(0.2);
            wires.get(wires.size() - 1).cut = true;
        }
        assertThat(wires.size()).isBetween(99, 101);
        assertThat(wires).allMatch(wire -> wire.closes <= 1);
    }

    @Test
    void aDroppedDeviceIsSoughtElsewhere() {
        run(0.1);
        assertThat(link.hasOthers()).isTrue();
        link.drop(0);
        run(0.1);
        assertThat(link.path()).isEqualTo("/dev/b");
        assertThat(wires.get(0).closes).isEqualTo(1);
    }

    @Test
    void triesEverySpeedOfEveryPath() {
        var both = link(List.of("/dev/a", "/dev/b"), List.of(230_400, 115_200));
        for (int i = 0; i < 4; i++) {
            both.read(buffer);
            both.drop(0);
        }
        assertThat(attempts).containsExactly("/dev/a@230400", "/dev/b@230400", "/dev/a@115200", "/dev/b@115200");
        assertThat(link(List.of("/dev/a"), List.of(9600)).hasOthers()).isFalse();
    }

    @Test
    void knowsWhenTheWireIsEmpty() {
        run(0.1);
        assertThat(link.isDrained()).isTrue();
        wires.get(0).gives = buffer.length;
        link.read(buffer);
        assertThat(link.isDrained()).isFalse();
    }

    @Test
    void closedIsClosed() {
        run(0.1);
        link.close();
        link.close();
        assertThat(wires.get(0).closes).isEqualTo(1);
        assertThat(link.read(buffer)).isZero();
        assertThat(link.write(new byte[1])).isFalse();
        assertThat(link.openings()).isEqualTo(1);
    }

    @Test
    void needsAPathAndASpeed() {
        assertThatThrownBy(() -> link(List.of(), List.of(9600))).hasMessageContaining("paths");
    }
}
