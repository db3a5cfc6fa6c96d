package org.pelvi4j.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.phase.Contraction;
import org.pelvi4j.phase.PhaseEvent;
import org.pelvi4j.sensor.SensorState;
import org.pelvi4j.sensor.SensorState.Kind;
import org.pelvi4j.sensor.table.SensorDrivers;
import org.pelvi4j.session.Follower;
import org.pelvi4j.session.Session;
import org.pelvi4j.session.SessionSetup;
import org.pelvi4j.sim.device.PseudoTerminal;
import org.pelvi4j.time.SystemClock;

/** RELIABILITY A12: what is no board at all, as fast as the wire carries it, to every protocol at once. */
@Tag("ci")
@Timeout(120)
class SerialGarbageTest {
    private static final Duration SHOWN = Duration.ofSeconds(30);
    /** The heap is looked at from then on: every verdict has been spoken and all classes are there. */
    private static final Duration SETTLED = Duration.ofSeconds(8);

    private static final Duration VERDICT = Duration.ofSeconds(3);
    private static final long FLAT_BYTES = 2_000_000;
    private static final double MOST_OF_A_CORE = 0.25;

    @TempDir
    Path folder;

    /** What comes. */
    enum Garbage {
        ZEROS {
            @Override
            void fill(byte[] bytes, Random random) {
                Arrays.fill(bytes, (byte) 0);
            }
        },
        ONES {
            @Override
            void fill(byte[] bytes, Random random) {
                Arrays.fill(bytes, (byte) 0xFF);
            }
        },
        RANDOM {
            @Override
            void fill(byte[] bytes, Random random) {
                random.nextBytes(bytes);
            }
        };

        abstract void fill(byte[] bytes, Random random);
    }

    /** A session that watches a sensor whose wire brings garbage, and what it finds in it. */
    private static final class Watched implements Follower {
        private final String protocol;
        private final PseudoTerminal terminal;
        private final int bytesPerSecond;
        private final Session session;
        private final Thread thread;
        private final List<SensorState> states = Collections.synchronizedList(new ArrayList<>());
        private final List<Object> events = Collections.synchronizedList(new ArrayList<>());
        private long openedNanos;
        private volatile long verdictNanos;
        private double due;

        Watched(Path folder, String options, int baud) throws IOException {
            protocol = options.split("&", 2)[0];
            bytesPerSecond = baud / 10;
            Path link = folder.resolve(protocol);
            terminal = PseudoTerminal.at(link);
            terminal.plug();
            var clock = new SystemClock();
            var uri = DeviceUri.parse("serial:" + link + "?protocol=" + options);
            var ports = new SerialOnly(SerialPorts.ofThisMachine());
            session = Session.of(SessionSetup.watching(SensorDrivers.open(uri, ports, clock), clock)
                    .followedBy(this));
            thread = new Thread(session::run, protocol);
            thread.start();
        }

        /** Sends as many bytes as the wire carries in that time; what does not fit is lost, as in a serial port. */
        void send(double seconds, byte[] chunk) throws IOException {
            terminal.read(new byte[256]);
            if (!terminal.opened()) {
                return;
            }
            openedNanos = openedNanos == 0 ? System.nanoTime() : openedNanos;
            due = Math.min(chunk.length, due + seconds * bytesPerSecond);
            terminal.write(chunk, 0, (int) due);
            due -= (int) due;
        }

        @Override
        public void sensor(SensorState state) {
            states.add(state);
            if (state.kind() == Kind.WRONG_DEVICE && verdictNanos == 0) {
                verdictNanos = System.nanoTime();
            }
        }

        @Override
        public void phase(PhaseEvent event) {
            events.add(event);
        }

        @Override
        public void contraction(Contraction contraction) {
            events.add(contraction);
        }

        void isRefused() {
            assertThat(events).as(protocol).isEmpty();
            assertThat(verdictNanos).as("%s: %s", protocol, states).isPositive();
            assertThat(Duration.ofNanos(verdictNanos - openedNanos))
                    .as(protocol)
                    .isLessThanOrEqualTo(VERDICT);
            List<Kind> kinds = states.stream().map(SensorState::kind).toList();
            assertThat(kinds.subList(kinds.indexOf(Kind.WRONG_DEVICE), kinds.size()))
                    .as("%s: %s", protocol, states)
                    .containsOnly(Kind.WRONG_DEVICE);
            assertThat(states.get(states.size() - 1).text()).contains("not my sensor");
        }

        void close() {
            session.stop();
            try {
                thread.join(5000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            terminal.close();
        }
    }

    private static Duration cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    }

    /** What a collection leaves; what threads have taken since is not counted. */
    private static long heap() {
        for (int i = 0; i < 3; i++) { // what was waited for by a cleaner goes with the second
            System.gc();
        }
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getCollectionUsage().getUsed())
                .sum();
    }

    /** Source of the speeds: DOMAIN 3.3 to 3.8. */
    private static List<Watched> everyProtocol(Path folder) throws IOException {
        return List.of(
                new Watched(folder, "arduino&rate=100&unit=Pa", 115_200),
                new Watched(folder, "bitalino", 115_200),
                new Watched(folder, "chords", 230_400),
                new Watched(folder, "cyton", 115_200),
                new Watched(folder, "olimex", 57_600),
                new Watched(folder, "spikershield", 230_400));
    }

    private static void feed(List<Watched> all, Garbage garbage, Duration length) throws IOException {
        var random = new Random(12);
        byte[] chunk = new byte[2048];
        long start = System.nanoTime();
        for (long last = start; last - start < length.toNanos(); ) {
            LockSupport.parkNanos(10_000_000);
            long now = System.nanoTime();
            for (Watched one : all) {
                garbage.fill(chunk, random);
                one.send((now - last) / 1e9, chunk);
            }
            last = now;
        }
    }

    @ParameterizedTest
    @EnumSource
    void garbageIsNoBoardAndCostsLittle(Garbage garbage) throws IOException {
        List<Watched> all = everyProtocol(folder);
        Duration cpu = cpu();
        long start = System.nanoTime();
        feed(all, garbage, SETTLED);
        long heap = heap();
        feed(all, garbage, SHOWN.minus(SETTLED));
        double core = (double) cpu().minus(cpu).toNanos() / (System.nanoTime() - start);
        long grown = heap() - heap;
        all.forEach(Watched::close);
        System.out.println("A12: " + garbage + ": " + Math.round(1000 * core) / 10.0
                + " % of a core for all, heap grew by " + grown);
        all.forEach(Watched::isRefused);
        // for all of them together, this test's own part included
        assertThat(core).isLessThan(MOST_OF_A_CORE);
        // less is what another case has left
        assertThat(grown).isLessThan(FLAT_BYTES);
    }
}
