package org.pelvi4j.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pelvi4j.phase.Phase;
import org.pelvi4j.phase.PhaseEvent;
import org.pelvi4j.signal.Conditioned;
import org.pelvi4j.signal.Quality;

/** Random events against what must hold whatever happens. Source: RELIABILITY E12 and H4. */
class ControllerModelTest {
    private static final List<Programme> PROGRAMMES =
            ProgrammeTest.ids().map(Seeds::programme).toList();
    /** Times a hundred seeds: 300,000 events here, a million in a CI run. */
    private static final int EVENTS = "ci".equals(System.getProperty("pelvi4j.tier")) ? 10_000 : 3_000;

    private static final List<Quality> QUALITIES = List.of(Quality.values());
    private static final List<Phase> PHASES = List.of(Phase.values());
    private static final long LONGEST_STEP_NANOS = 60_000_000_000L;
    private static final Map<Pace, EnumSet<Pace>> LEGAL = Map.of(
            Pace.WAITING, EnumSet.of(Pace.RUNNING, Pace.ENDED),
            Pace.RUNNING, EnumSet.of(Pace.NO_SIGNAL, Pace.PAUSED, Pace.ENDED),
            Pace.NO_SIGNAL, EnumSet.of(Pace.COUNT_IN, Pace.PAUSED, Pace.ENDED),
            Pace.COUNT_IN, EnumSet.of(Pace.RUNNING, Pace.NO_SIGNAL, Pace.PAUSED, Pace.ENDED),
            Pace.PAUSED, EnumSet.of(Pace.COUNT_IN, Pace.NO_SIGNAL, Pace.ENDED),
            Pace.ENDED, EnumSet.noneOf(Pace.class));

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noEventLeadsWhereItMustNot(long seed) {
        var walk = new Walk(seed);
        for (int i = 0; i < EVENTS; i++) {
            walk.step();
        }
        walk.finish();
    }

    @Test
    void theWalksReachEveryPaceAndEveryEnd() {
        var paces = EnumSet.noneOf(Pace.class);
        var ends = EnumSet.noneOf(ExerciseResult.End.class);
        for (long seed = 0; seed < 40; seed++) {
            var walk = new Walk(seed);
            for (int i = 0; i < 5_000; i++) {
                walk.step();
            }
            paces.addAll(walk.seen);
            ends.addAll(walk.ends);
        }
        assertThat(paces).hasSize(Pace.values().length);
        assertThat(ends).hasSize(ExerciseResult.End.values().length);
    }

    /** One exercise after another, each driven by events that nobody planned. */
    private static final class Walk implements ExerciseSink {
        private final SplittableRandom random;
        private final Conditioned signal = new Conditioned();
        final EnumSet<Pace> seen = EnumSet.noneOf(Pace.class);
        final EnumSet<ExerciseResult.End> ends = EnumSet.noneOf(ExerciseResult.End.class);
        private Programme programme = PROGRAMMES.get(0);
        private Controller controller = Controller.of(programme, this);
        private List<Cue> cues = new ArrayList<>();
        private List<RepResult> reps = new ArrayList<>();
        private int done;
        private long nowNanos;
        private long startNanos;
        private Pace pace = Pace.WAITING;
        private double patience;
        private boolean calm;

        Walk(long seed) {
            random = new SplittableRandom(seed);
            nowNanos = random.nextInt(3) == 0 ? Long.MAX_VALUE - random.nextLong(100_000_000_000L) : random.nextLong();
            begin();
        }

        private void begin() {
            programme = PROGRAMMES.get(random.nextInt(PROGRAMMES.size()));
            cues = new ArrayList<>();
            reps = new ArrayList<>();
            done = 0;
            controller = Controller.of(programme, this);
            controller.start(nowNanos);
            controller.scale(Practice.SCALE, random.nextInt(5) > 0);
            startNanos = nowNanos;
            pace = Pace.WAITING;
            patience = random.nextDouble();
            calm = random.nextBoolean();
        }

        void step() {
            long before = nowNanos;
            int event = random.nextInt(1000);
            if (event < (calm ? 988 : 900) || (calm && random.nextInt(5) > 0)) {
                samples();
            } else if (event < 990) {
                nowNanos += random.nextLong(1_500_000_000L);
                controller.tick(nowNanos);
            } else if (event < 992) {
                nowNanos += random.nextLong(random.nextInt(20) == 0 ? 400_000_000_000L : 8_000_000_000L);
                controller.tick(nowNanos);
            } else if (event < 994) {
                controller.pause(nowNanos);
                assertThat(controller.course().pace()).isIn(Pace.PAUSED, Pace.WAITING, Pace.ENDED);
            } else if (event < 998) {
                controller.resume(nowNanos);
            } else if (event == 998) {
                controller.scale(Practice.SCALE, random.nextBoolean());
            } else if (random.nextDouble() < patience / 5) {
                stop();
            }
            check(before);
        }

        private void samples() {
            int count = 1 + random.nextInt(20);
            Quality quality = random.nextInt(calm ? 2000 : 8) == 0
                    ? QUALITIES.get(random.nextInt(QUALITIES.size()))
                    : Quality.GOOD;
            boolean work = !cues.isEmpty() && last().kind() == Cue.Kind.WORK;
            double effort = work ? (last().rep() > 4 && patience < 0.5 ? 0.1 : 0.6) : 0.02;
            for (int i = 0; i < count; i++) {
                nowNanos += 10_000_000 + random.nextLong(3_000_000);
                signal.at(0, nowNanos).set(0, 0, quality);
                controller.effort(quality.valid() ? effort * (0.8 + random.nextDouble()) : Double.NaN, signal);
            }
            if (random.nextInt(10) == 0) {
                Phase phase = PHASES.get(random.nextInt(PHASES.size()));
                controller.phase(new PhaseEvent(phase, "", nowNanos - random.nextLong(300_000_000), nowNanos));
            }
            controller.tick(nowNanos);
        }

        private Cue last() {
            return cues.get(cues.size() - 1);
        }

        private void stop() {
            if (random.nextBoolean()) {
                controller.stop(nowNanos);
            } else {
                controller.signalEnded(nowNanos);
            }
            assertThat(controller.course().finished()).as("stop is at once").isTrue();
        }

        private void check(long before) {
            Pace newest = controller.course().pace();
            // A long step may pass through several; a single sample's time may not.
            if (newest != pace && nowNanos - before < 300_000_000L && newest != Pace.ENDED) {
                assertThat(LEGAL.get(pace)).as("from " + pace).contains(newest);
            }
            seen.add(newest);
            pace = newest;
            if (newest == Pace.RUNNING) {
                Cue cue = last();
                assertThat(cue.endNanos() - nowNanos).as("ends by its deadline").isPositive();
                assertThat(cue.endNanos() - cue.startNanos()).isLessThanOrEqualTo(LONGEST_STEP_NANOS);
            }
            if (newest != Pace.WAITING) {
                assertThat(nowNanos - startNanos - waited()).isLessThan(capNanos());
            }
            if (controller.course().finished()) {
                finish();
                begin();
            }
        }

        /** The wait for the first sample does not count. */
        private long waited() {
            return cues.isEmpty() ? 0 : cues.get(0).startNanos() - startNanos;
        }

        private long capNanos() {
            boolean over = controller.course().finished();
            long length = 2 * programme.length().toNanos() + 600_000_000_000L;
            return over ? Long.MAX_VALUE : length;
        }

        void finish() {
            if (!controller.course().finished()) {
                controller.stop(nowNanos);
            }
            assertThat(done).isEqualTo(1);
            assertThat(reps).hasSizeLessThanOrEqualTo(programme.reps());
            for (int i = 0; i < reps.size(); i++) {
                assertThat(reps.get(i).rep())
                        .as("each repetition once, in order")
                        .isEqualTo(i + 1);
            }
            pace = Pace.WAITING;
        }

        @Override
        public void cue(Cue cue) {
            assertThat(done).as("nothing follows the end").isZero();
            if (!cues.isEmpty()) {
                Cue last = last();
                assertThat(cue.startNanos() - last.startNanos()).isNotNegative();
                assertThat(cue.rep()).isBetween(last.rep(), last.rep() + 1);
                if (cue.kind() == Cue.Kind.REST && last.kind() == Cue.Kind.WORK && cue.rep() == last.rep()) {
                    assertThat(cue.startNanos()).isEqualTo(last.endNanos());
                }
            }
            cues.add(cue);
        }

        @Override
        public void rep(RepResult result) {
            assertThat(done).isZero();
            assertThat(result.judged() || (!result.held() && Double.isNaN(result.score())))
                    .isTrue();
            if (result.judged()) {
                assertThat(result.score()).isBetween(0.0, 1.0);
            }
            reps.add(result);
        }

        @Override
        public void done(ExerciseResult result) {
            assertThat(result.reps()).isEqualTo(reps);
            assertThat(result.seconds()).isNotNegative();
            if (result.end() == ExerciseResult.End.COMPLETED) {
                assertThat(reps).hasSize(programme.reps());
            }
            ends.add(result.end());
            done++;
        }
    }
}
