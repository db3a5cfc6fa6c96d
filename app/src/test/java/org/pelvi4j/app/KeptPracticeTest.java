package org.pelvi4j.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pelvi4j.app.store.Practice;
import org.pelvi4j.app.store.Profile;
import org.pelvi4j.app.store.Store;
import org.pelvi4j.app.store.StoreFaults;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.exercise.Programme;
import org.pelvi4j.exercise.RepResult;
import org.pelvi4j.record.Annotation;
import org.pelvi4j.record.ReadOptions;
import org.pelvi4j.record.RecordingHeader;
import org.pelvi4j.record.Recordings;
import org.pelvi4j.session.Follower;
import org.pelvi4j.session.Session;
import org.pelvi4j.session.SessionSetup;
import org.pelvi4j.sim.SimulatedSensor;
import org.pelvi4j.time.Clock;
import org.pelvi4j.time.VirtualClock;

/** A practice in the record while the wall clock is set, or the disk is full. Source: RELIABILITY D1 to D3 and F4. */
class KeptPracticeTest {
    private static final Instant START = Instant.parse("2026-11-24T08:00:00Z");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final List<String> told = new ArrayList<>();
    private Store store;
    private Profile person;

    @BeforeEach
    void open() throws IOException {
        store = Store.open(folder.resolve("pelvi4j"), START);
        person = store.profiles().add("Ada", ZoneId.of("Europe/Berlin"), "en", START);
    }

    @AfterEach
    void close() throws IOException {
        store.close();
    }

    /** A clock whose wall somebody sets: after so many seconds, by so much. Confined to one thread. */
    private static final class SetWall implements Clock {
        private final VirtualClock clock;
        private final TreeMap<Double, Duration> steps = new TreeMap<>();

        SetWall(Instant start) {
            clock = VirtualClock.startingAt(start);
        }

        SetWall after(double seconds, Duration by) {
            steps.put(seconds, by);
            return this;
        }

        @Override
        public long nowNanos() {
            return clock.nowNanos();
        }

        @Override
        public Instant wallNow() {
            Instant wall = clock.wallNow();
            for (Duration step : steps.headMap(nowNanos() / 1e9, true).values()) {
                wall = wall.plus(step);
            }
            return wall;
        }

        @Override
        public boolean passesByItself() {
            return false;
        }
    }

    private Practice practise(SetWall clock, Follower... more) throws IOException {
        Programme programme = Programmes.named("beginner");
        SimulatedSensor sensor =
                SimulatedSensor.open(DeviceUri.parse("sim:healthy?signal=pressure&seed=4"), clock.clock);
        var what = new KeptPractice.What(person, "practice", programme, RecordingHeader.Site.UNSAID);
        var kept = new KeptPractice(store, what, sensor.info(), clock, told::add);
        var followers = new ArrayList<Follower>(List.of(more));
        followers.add(kept);
        var unused = Session.of(SessionSetup.watching(sensor, clock)
                        .guiding(programme)
                        .watchedBy(sensor.person())
                        .recordedBy(List.of(kept.recorder()))
                        .followedBy(followers.toArray(Follower[]::new)))
                .run();
        kept.close();
        return store.practices().latest(person.id(), 100).stream()
                .max(Comparator.comparingLong(Practice::id))
                .orElseThrow();
    }

    private static List<Annotation> events(Practice practice) throws IOException {
        try (var recording = Recordings.open(practice.start().recording().orElseThrow(), null, ReadOptions.NONE)) {
            return recording.annotations();
        }
    }

    private static List<Double> samples(Practice practice) throws IOException {
        var all = new ArrayList<Double>();
        try (var recording = Recordings.open(practice.start().recording().orElseThrow(), null, ReadOptions.NONE)) {
            double[] values = new double[1];
            while (recording.next(values)) {
                all.add((double) recording.number());
                all.add(values[0]);
            }
        }
        return all;
    }

    @Test
    void aWallClockSetBySixtyDaysChangesNothingAndIsToldOnce() throws IOException {
        Practice plain = practise(new SetWall(START));
        Practice set = practise(new SetWall(START).after(40, Duration.ofDays(60)));

        assertThat(store.practices().reps(set.id())).isEqualTo(store.practices().reps(plain.id()));
        assertThat(samples(set)).isEqualTo(samples(plain));
        assertThat(set.totals()).isEqualTo(plain.totals());
        assertThat(set.start().at()).isEqualTo(plain.start().at());
        var added = new ArrayList<>(events(set));
        added.removeAll(events(plain));
        assertThat(added).singleElement().satisfies(note -> {
            assertThat(note.text()).isEqualTo("WARN clock");
            assertThat(note.atNanos()).isBetween(39_900_000_000L, 43_000_000_000L);
        });
        assertThat(told)
                .containsExactly("the wall clock was set by 5184000 s since the beginning; the practice goes by another"
                        + " clock");
    }

    @Test
    void twentyStepsOfAnHourBackGiveNoDoubleIdAndNoNegativeLength() throws IOException {
        var random = new SplittableRandom(20);
        var clock = new SetWall(START);
        for (int i = 0; i < 20; i++) {
            clock.after(5 + 4.5 * i + random.nextDouble(), Duration.ofHours(-1));
        }
        Practice first = practise(clock);
        Practice second = practise(new SetWall(START.minus(Duration.ofHours(20))));

        assertThat(second.id()).isGreaterThan(first.id());
        assertThat(store.practices().find(first.id()).orElseThrow().totals().seconds())
                .isEqualTo(100);
        assertThat(events(first)).allMatch(event -> event.durationNanos() >= -1 && event.atNanos() >= 0);
        assertThat(events(first).stream().filter(event -> event.text().equals("WARN clock")))
                .hasSize(20);
    }

    @Test
    void aStartIn1970IsUnsureUntilTheNetworkHasSetTheClock() throws IOException {
        var clock = new SetWall(Instant.EPOCH).after(50, Duration.between(Instant.EPOCH, START));
        Practice kept = practise(clock);

        assertThat(kept.start().clockSure()).isTrue();
        assertThat(kept.start().at()).isBetween(START, START.plusMillis(20));
        assertThat(kept.told()).hasValueSatisfying(at -> assertThat(at).isBefore(Instant.EPOCH.plusSeconds(1)));

        Practice never = practise(new SetWall(Instant.EPOCH));
        assertThat(store.practices().find(never.id())).isPresent();
        assertThat(store.practices()
                        .between(person.id(), Instant.EPOCH, Instant.EPOCH.plusSeconds(60))
                        .get(0)
                        .start()
                        .clockSure())
                .isFalse();
    }

    @Test
    void aDiskThatIsFullForAWhileIsToldAndLosesNoRepetition() throws IOException {
        boolean anyTold = false;
        for (int from = 1; from <= 7; from += 2) {
            told.clear();
            int full = from;
            Practice kept = practise(new SetWall(START.plusSeconds(3600L * from)), new Follower() {
                @Override
                public void rep(RepResult result) {
                    try {
                        StoreFaults.refuse(store, result.rep() >= full && result.rep() < full + 3);
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                }
            });
            assertThat(kept.totals().done())
                    .as("full from repetition %d on", from)
                    .isEqualTo(10);
            assertThat(store.practices().reps(kept.id()))
                    .extracting(RepResult::rep)
                    .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
            assertThat(StoreFaults.integrity(store)).containsExactly("ok");
            assertThat(told).allMatch(line -> line.endsWith("the disk is full or may not be written"));
            anyTold |= !told.isEmpty();
        }
        assertThat(anyTold).isTrue();
    }
}
