package org.pelvi4j.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.exercise.ExerciseResult;
import org.pelvi4j.exercise.Programme;
import org.pelvi4j.exercise.RepResult;
import org.pelvi4j.exercise.SegmentMetrics;
import org.pelvi4j.measure.ContractionMetrics;
import org.pelvi4j.measure.Knack;
import org.pelvi4j.measure.Reach;
import org.pelvi4j.measure.Verdict;
import org.pelvi4j.session.Follower;
import org.pelvi4j.session.Session;
import org.pelvi4j.session.SessionSetup;
import org.pelvi4j.time.VirtualClock;

/** What the session measures beside the score: verdicts, the timing of a cough, an assessment's segments. */
class MeasuringSessionTest {
    private static final class Heard implements Follower {
        final List<ContractionMetrics> metrics = new ArrayList<>();

        @Override
        public void metrics(ContractionMetrics newest) {
            metrics.add(newest);
        }
    }

    private final Heard heard = new Heard();

    private static Programme programme(String id) throws IOException {
        var yaml =
                Objects.requireNonNull(MeasuringSessionTest.class.getResourceAsStream("/programmes/" + id + ".yaml"));
        try (Reader reader = new InputStreamReader(yaml, StandardCharsets.UTF_8)) {
            return Programme.read(id, reader);
        }
    }

    private ExerciseResult run(SimulatedSensor sensor, VirtualClock clock, Programme programme) {
        var setup = SessionSetup.watching(sensor, clock)
                .guiding(programme)
                .watchedBy(sensor.person())
                .followedBy(heard);
        return Objects.requireNonNull(Session.of(setup).run());
    }

    private ExerciseResult scenario(String id) {
        var clock = VirtualClock.startingAt(Instant.EPOCH);
        Scenario scenario = Scenario.named(id);
        return run(scenario.sensor(clock), clock, scenario.programme());
    }

    private ExerciseResult person(String uri, String programme) throws IOException {
        var clock = VirtualClock.startingAt(Instant.EPOCH);
        return run(SimulatedSensor.open(DeviceUri.parse(uri), clock), clock, programme(programme));
    }

    private static List<Verdict> verdicts(ExerciseResult result) {
        return result.reps().stream().map(rep -> rep.measures().verdict()).toList();
    }

    @Test
    void aSqueezeBeforeTheCoughAndOneWithItDiffer() {
        ExerciseResult inTime = scenario("knack-ok");
        ExerciseResult late = scenario("knack-late");
        assertThat(inTime.reps().stream().filter(RepResult::judged).map(RepResult::held))
                .doesNotContain(false);
        assertThat(late.reps().stream().filter(RepResult::judged).map(RepResult::held))
                .doesNotContain(true);
        assertThat(inTime.reps().stream()
                        .map(r -> Objects.requireNonNull(r.measures().knack())))
                .allSatisfy(knack -> assertThat(knack.leadSeconds()).isBetween(0.1, 0.35))
                .allMatch(Knack::heldThrough);
    }

    @Test
    void oneChannelCannotTellAPushFromALift() {
        assertThat(verdicts(scenario("strain-instead-one-channel"))).hasSize(12).containsOnly(Verdict.UNKNOWN);
    }

    @Test
    void twoZonesTellAPushFromALift() throws IOException {
        assertThat(verdicts(person("sim:strainer?signal=pressure&channels=2&seed=3", "lift-3min")))
                .hasSize(12)
                .containsOnly(Verdict.PUSH);
        assertThat(verdicts(person("sim:healthy?signal=pressure&channels=2&seed=3", "lift-3min")))
                .hasSize(12)
                .containsOnly(Verdict.LIFT);
    }

    /** Without the abdomen's own maximum its EMG says nothing, and nothing is guessed. */
    @Test
    void theAbdomenTellsNothingUntilItsMaximumIsKnown() throws IOException {
        assertThat(verdicts(person("sim:healthy?signal=emg&channels=2&seed=3", "lift-3min")))
                .containsOnly(Verdict.UNKNOWN);
        assertThat(heard.metrics).hasSizeGreaterThanOrEqualTo(11).allMatch(m -> m.verdict() == Verdict.UNKNOWN);
    }

    @Test
    void anAssessmentMeasuresItsFiveSegments() throws IOException {
        ExerciseResult result = person("sim:healthy?signal=emg&seed=3", "glazer-short");
        var segments = result.measures().segments();
        assertThat(segments.stream().map(SegmentMetrics::segment))
                .containsExactly("pre", "flick", "tonic", "endurance", "post");
        assertThat(segments.stream().map(SegmentMetrics::reps)).containsExactly(1, 5, 5, 1, 1);
        SegmentMetrics pre = segments.get(0);
        SegmentMetrics tonic = segments.get(2);
        assertThat(tonic.mean()).isGreaterThan(3 * pre.mean());
        assertThat(tonic.peak()).isGreaterThan(tonic.mean());
        assertThat(tonic.onset().clinicalSeconds()).isBetween(0.2, 1.0);
        assertThat(tonic.release().clinicalSeconds()).isBetween(0.2, 1.0);
        assertThat(tonic.medianHz()).isBetween(60.0, 140.0);
        assertThat(segments.get(4).mean() / pre.mean()).isBetween(0.8, 1.25);
        assertThat(segments.get(4).peak()).as("its first second left out").isLessThan(2 * pre.mean());
        assertThat(Reach.valid(tonic.release().researchSeconds())).isTrue();
    }
}
