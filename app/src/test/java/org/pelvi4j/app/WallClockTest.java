package org.pelvi4j.app;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.pelvi4j.app.store.Practice;
import org.pelvi4j.app.store.Store;
import org.pelvi4j.record.Annotation;
import org.pelvi4j.record.ReadOptions;
import org.pelvi4j.record.Recordings;
import org.pelvi4j.sim.run.Comparison;
import org.pelvi4j.sim.run.SimulateOptions;
import org.pelvi4j.sim.run.SimulateRun;
import org.pelvi4j.sim.run.TruthReader;

/**
 * Practices in processes of their own, in real time and over pseudo-terminals, while their wall clocks are really set.
 * Source: RELIABILITY D1 to D3; {@link KeptPracticeTest} has the same with a clock of its own, in virtual time.
 */
@Tag("ci")
@Timeout(value = 180, unit = SECONDS)
class WallClockTest {
    /** Ten seconds in two repetitions. */
    private static final String PROGRAMME =
            "id: short\ntitle: Short\npreparation: 3 s\nreps: 2\nwork: 2 s\nrest: 3 s\ntarget: \">= 40 %\"\n";

    private static final double SECONDS_LONG = 13;
    private static final double RATE_HZ = 250;
    /** Half a step of the file and of the board, as over any wire. */
    private static final double HALF_STEP_MICROVOLTS = 0.03;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path all;

    private static final Map<String, SetWallProcess> RUNNING = new LinkedHashMap<>();
    private static final List<SimulateRun> BOARDS = new ArrayList<>();
    private static Instant begun = Instant.EPOCH;

    private static SetWallProcess running(String which) {
        return Objects.requireNonNull(RUNNING.get(which));
    }

    private static Path of(String which, String file) {
        return all.resolve(which).resolve(file);
    }

    private static SetWallProcess start(Path library, String which, Duration off) throws IOException {
        Files.createDirectories(of(which, "x").getParent());
        Path programme = Files.writeString(of(which, "short.yaml"), PROGRAMME);
        Path root = of(which, "data");
        try (Store store = Store.open(root, Instant.now())) {
            store.profiles().add("Ada", ZoneId.of("Europe/Berlin"), "en", Instant.now());
            // What was kept before the clock was set back: a later practice must come after it all the same.
            if (which.equals("back")) {
                store.practiceLog().begin(Practice.Start.of(store.profiles().get(1), Instant.now(), "lift-3min", 12));
            }
        }
        BOARDS.add(SimulateRun.start(
                SimulateOptions.of("lift3-healthy", "cyton", of(which, "board")).withTruth(of(which, "truth")),
                line -> {}));
        List<String> words = List.of(
                "practice",
                "--lines",
                "--data",
                root.toString(),
                "--programme",
                programme.toString(),
                "--sensor",
                "serial:" + of(which, "board") + "?protocol=cyton&channel=1");
        return new SetWallProcess(library, of(which, ".").normalize(), off, words);
    }

    /** All at once, since each takes its real time. */
    @BeforeAll
    static void practiseAndSetTheClocks() throws IOException, InterruptedException {
        Path library = SetWallProcess.library(all);
        begun = Instant.now();
        Duration to1970 = Duration.between(begun, Instant.EPOCH.plusSeconds(40));
        RUNNING.put("ahead", start(library, "ahead", Duration.ZERO));
        RUNNING.put("back", start(library, "back", Duration.ZERO));
        RUNNING.put("1970", start(library, "1970", to1970));
        for (SetWallProcess process : RUNNING.values()) {
            await().atMost(60, SECONDS).until(() -> process.out().contains("squeeze") || process.ended());
        }
        running("ahead").set(Duration.ofDays(60));
        running("1970").set(Duration.ZERO);
        var random = new SplittableRandom(20);
        long next = System.nanoTime();
        for (int step = 1; step <= 20; step++) {
            next += random.nextLong(50_000_000, 750_000_000);
            long then = next;
            await().atMost(2, SECONDS).until(() -> System.nanoTime() - then > 0);
            running("back").set(Duration.ofHours(-step));
        }
        for (SetWallProcess process : RUNNING.values()) {
            await().atMost(60, SECONDS).until(process::ended);
            assertThat(process.exitValue()).as(process.err()).isZero();
        }
    }

    @AfterAll
    static void end() {
        RUNNING.values().forEach(SetWallProcess::close);
        BOARDS.forEach(SimulateRun::close);
    }

    private static Practice kept(String which) throws IOException {
        try (Store store = Store.openToRead(of(which, "data"))) {
            List<Practice> practices = store.practices().between(1, Instant.MIN, Instant.MAX);
            return practices.stream()
                    .max(java.util.Comparator.comparingLong(Practice::id))
                    .orElseThrow();
        }
    }

    private static List<Annotation> events(String which) throws IOException {
        Path file = kept(which).start().recording().orElseThrow();
        try (var recording = Recordings.open(file, null, ReadOptions.NONE)) {
            return recording.annotations();
        }
    }

    /** Nothing that is counted or timed knows of the wall clock. */
    private static void unchanged(String which) throws IOException {
        Practice kept = kept(which);
        assertThat(kept.totals().ended()).isEqualTo("COMPLETED");
        assertThat(kept.totals().done()).isEqualTo(2);
        assertThat(kept.totals().seconds()).isEqualTo(SECONDS_LONG);
        try (var recording = Recordings.open(kept.start().recording().orElseThrow(), null, ReadOptions.NONE)) {
            Comparison with = Comparison.of(TruthReader.frames(of(which, "truth")), recording, HALF_STEP_MICROVOLTS);
            assertThat(with.faithful(1)).as(with.toString()).isTrue();
            assertThat(with.gaps()).as(with.toString()).isZero();
            assertThat((double) with.recorded()).isCloseTo(SECONDS_LONG * RATE_HZ, within(0.5 * RATE_HZ));
        }
        double[] prompts = events(which).stream()
                .filter(event -> event.text().startsWith("PROMPT"))
                .mapToDouble(event -> event.atNanos() / 1e9)
                .toArray();
        for (int i = 1; i < prompts.length; i++) {
            assertThat(prompts[i] - prompts[i - 1]).isCloseTo(i % 2 == 1 ? 2 : 3, within(1 / RATE_HZ));
        }
        assertThat(prompts).hasSize(4);
        assertThat(events(which)).allMatch(event -> event.durationNanos() >= -1 && event.atNanos() >= 0);
    }

    private static long notes(String which) throws IOException {
        return events(which).stream()
                .filter(event -> event.text().equals("WARN clock"))
                .count();
    }

    @Test
    void sixtyDaysAheadChangeNothingAndAreToldOnce() throws IOException {
        unchanged("ahead");
        assertThat(notes("ahead")).isEqualTo(1);
        assertThat(running("ahead").err().lines())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .matches("pelvi4j: the wall clock was set by 518(3999|4000) s since the beginning; .*"));
        assertThat(kept("ahead").start().at()).isBetween(begun, begun.plusSeconds(60));
    }

    @Test
    void twentyHoursBackGiveNoDoubleIdNoNegativeLengthAndNoOtherOrder() throws IOException {
        unchanged("back");
        assertThat(notes("back")).isBetween(5L, 20L);
        try (Store store = Store.openToRead(of("back", "data"))) {
            assertThat(store.practices().between(1, Instant.MIN, Instant.MAX))
                    .extracting(Practice::id)
                    .containsExactly(1L, 2L);
        }
    }

    @Test
    void aStartIn1970IsSetRightWhenTheNetworkHasSetTheClockAndBothAreKept() throws IOException {
        unchanged("1970");
        Practice kept = kept("1970");
        assertThat(kept.start().clockSure()).isTrue();
        assertThat(kept.start().at()).isBetween(begun, begun.plusSeconds(60));
        assertThat(kept.told())
                .hasValueSatisfying(told -> assertThat(told).isBetween(Instant.EPOCH, Instant.EPOCH.plusSeconds(120)));
        assertThat(notes("1970")).isEqualTo(1);
    }
}
