package org.pelvi4j.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.pelvi4j.app.store.Practice;
import org.pelvi4j.app.store.Profile;
import org.pelvi4j.app.store.Store;
import org.pelvi4j.app.store.StoreFaults;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.exercise.Programme;
import org.pelvi4j.exercise.RepResult;
import org.pelvi4j.record.ReadOptions;
import org.pelvi4j.record.RecordingHeader;
import org.pelvi4j.record.Recordings;
import org.pelvi4j.session.Follower;
import org.pelvi4j.session.Session;
import org.pelvi4j.session.SessionSetup;
import org.pelvi4j.sim.SimulatedSensor;
import org.pelvi4j.time.VirtualClock;

/**
 * Practices on a small disk of their own which somebody else fills once they have begun, up to so many blocks: 0, 1, 2
 * and so on, until one has room for all it writes. For {@link FullDiskTest}, which mounts the disk; fails by an exception.
 */
final class FullDiskPractices {
    private static final int BLOCK = 4096;
    private static final Instant START = Instant.parse("2026-11-24T08:00:00Z");
    private static final double RATE_HZ = 100;
    private static final int REPS = 6;
    private static final int ROOM_AGAIN = 4;

    private final Path root;
    private final Path filling;
    private final int blocks;
    private final boolean forGood;
    private final VirtualClock clock = VirtualClock.startingAt(START);
    private final List<Told> told = new ArrayList<>();
    private long firstNanos = -1;

    private record Told(String line, long atNanos) {}

    private FullDiskPractices(Path disk, int blocks, boolean forGood) {
        this.root = disk.resolve("record");
        this.filling = disk.resolve("filling");
        this.blocks = blocks;
        this.forGood = forGood;
    }

    /** The disk's folder and how many blocks from one to the next; says how many practices there were and how many met a full disk. */
    public static void main(String... args) throws IOException {
        Path disk = Path.of(args[0]);
        int step = Integer.parseInt(args[1]);
        Path programme = Files.writeString(disk.resolve("six.yaml"), """
                id: six
                title: Six
                preparation: 3 s
                reps: 6
                work: 2 s
                rest: 4 s
                target: ">= 40 %"
                """);
        int[] met = new int[2];
        int blocks = 0;
        for (boolean full = true; full; blocks += step) {
            full = false;
            for (int way = 0; way < 2; way++) {
                boolean now =
                        new FullDiskPractices(disk, blocks, way == 1).practise(Programmes.named(programme.toString()));
                met[way] += now ? 1 : 0;
                full |= now;
            }
        }
        System.out.println("blocks " + blocks + ", full for a while " + met[0] + ", for good " + met[1]);
    }

    private boolean practise(Programme programme) throws IOException {
        long id;
        try (Store store = Store.open(root, START)) {
            Profile person = store.profiles().add("Ada", ZoneId.of("Europe/Berlin"), "en", START);
            SimulatedSensor sensor =
                    SimulatedSensor.open(DeviceUri.parse("sim:healthy?signal=pressure&seed=4&rate=100"), clock);
            var what = new KeptPractice.What(person, "practice", programme, RecordingHeader.Site.UNSAID);
            var kept = new KeptPractice(
                    store, what, sensor.info(), clock, line -> told.add(new Told(line, clock.nowNanos())));
            var result = Session.of(SessionSetup.watching(sensor, clock)
                            .guiding(programme)
                            .watchedBy(sensor.person())
                            .recordedBy(List.of(kept.recorder()))
                            .followedBy(new Filler(), kept))
                    .run();
            kept.close();
            id = kept.id();
            assertThat(result).isNotNull();
            assertThat(result.reps()).as(what()).hasSize(REPS);
        } finally {
            Files.deleteIfExists(filling);
        }
        check(id);
        empty(root);
        return !told.isEmpty();
    }

    private String what() {
        return blocks + " blocks free, " + (forGood ? "for good" : "for a while") + ": " + told;
    }

    /** Somebody else who fills the disk one second after the first sample, and makes room again in the fourth repetition. */
    private final class Filler implements Follower {
        @Override
        public void reached(long number, long atNanos) {
            if (firstNanos < 0) {
                firstNanos = atNanos - Math.round(number * 1e9 / RATE_HZ);
            }
            if (number >= RATE_HZ && Files.notExists(filling) && !(told("room") && !forGood)) {
                try {
                    fill();
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            }
        }

        @Override
        public void rep(RepResult result) {
            if (result.rep() == ROOM_AGAIN && !forGood) {
                told.add(new Told("room", clock.nowNanos()));
                try {
                    Files.delete(filling);
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            }
        }
    }

    private void fill() throws IOException {
        long free = Files.getFileStore(root).getUsableSpace() - (long) blocks * BLOCK;
        byte[] zeros = new byte[1 << 20];
        try (OutputStream out = Files.newOutputStream(filling)) {
            for (long left = free; left > 0; left -= zeros.length) {
                out.write(zeros, 0, (int) Math.min(left, zeros.length));
            }
        }
    }

    private boolean told(String part) {
        return told.stream().anyMatch(each -> each.line().contains(part));
    }

    private void check(long id) throws IOException {
        told.removeIf(each -> each.line().equals("room") && told.size() == 1);
        try (Store store = Store.open(root, START)) {
            assertThat(StoreFaults.integrity(store)).as(what()).containsExactly("ok");
            assertThat(store.findings()).as(what()).noneMatch(line -> line.contains("broken"));
            if (forGood && id < 0) {
                assertThat(told("could not be kept")).as(what()).isTrue();
                return;
            }
            Practice practice = store.practices().find(id).orElseThrow();
            List<Integer> reps =
                    store.practices().reps(id).stream().map(RepResult::rep).toList();
            assertThat(reps)
                    .as(what())
                    .isEqualTo(IntStream.rangeClosed(1, reps.size()).boxed().toList());
            if (!forGood) {
                assertThat(reps).as(what()).hasSize(REPS);
                assertThat(practice.totals().ended()).isEqualTo("COMPLETED");
            } else if (reps.size() < REPS) {
                assertThat(told("could not be kept")).as(what()).isTrue();
            }
            recordings(practice);
        }
    }

    /** What lies in the files is whole; that it stopped is told within 2 s of the first sample lost; it goes on. */
    private void recordings(Practice practice) throws IOException {
        Path first = practice.start().recording().orElseThrow();
        long kept = samples(first);
        for (Told each : told) {
            if (each.line().startsWith("recording stopped")) {
                double lostAt = firstNanos / 1e9 + kept / RATE_HZ;
                assertThat(each.atNanos() / 1e9 - lostAt).as(what()).isBetween(0.0, 2.0);
                assertThat(told("goes on in a new file")).as(what()).isEqualTo(!forGood);
                Path second =
                        first.resolveSibling(first.getFileName().toString().replace(".edf", ".part2.edf"));
                assertThat(Files.exists(second)).as(what()).isEqualTo(!forGood);
                if (!forGood) {
                    assertThat(samples(second)).as(what()).isGreaterThan((long) RATE_HZ);
                }
            }
        }
    }

    private static long samples(Path file) throws IOException {
        long count = 0;
        try (var recording = Recordings.open(file, null, ReadOptions.NONE)) {
            double[] values = new double[1];
            while (recording.next(values)) {
                count++;
            }
        }
        return count;
    }

    private static void empty(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
