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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.exercise.ExerciseResult;
import org.pelvi4j.exercise.Programme;
import org.pelvi4j.phase.Contraction;
import org.pelvi4j.phase.PhaseEvent;
import org.pelvi4j.session.Follower;
import org.pelvi4j.session.Session;
import org.pelvi4j.session.SessionSetup;
import org.pelvi4j.time.VirtualClock;

/** The whole flow on simulated people, in virtual time. */
class SessionTest {
    private static Programme programme(String id) throws IOException {
        var yaml = Objects.requireNonNull(SessionTest.class.getResourceAsStream("/programmes/" + id + ".yaml"));
        try (Reader reader = new InputStreamReader(yaml, StandardCharsets.UTF_8)) {
            return Programme.read(id, reader);
        }
    }

    private static final class Diary implements Follower {
        private final List<String> lines = new ArrayList<>();
        private final List<Contraction> contractions = new ArrayList<>();

        @Override
        public void phase(PhaseEvent event) {
            lines.add(event.toString());
        }

        @Override
        public void contraction(Contraction contraction) {
            lines.add(contraction.toString());
            contractions.add(contraction);
        }
    }

    private static ExerciseResult practise(SimulatedSensor person, VirtualClock clock, Diary diary) throws IOException {
        var setup = SessionSetup.watching(person, clock)
                .guiding(programme("lift-3min"))
                .watchedBy(person.person())
                .followedBy(diary);
        return Objects.requireNonNull(Session.of(setup).run());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sim:healthy?seed=1&signal=emg&rate=1000",
                "sim:healthy?seed=4&signal=pressure&rate=100",
                "sim:healthy?seed=3&signal=emg&rate=250"
            })
    void aHealthyPersonIsGuidedThroughAllTwelveRepetitions(String uri) throws IOException {
        var clock = VirtualClock.startingAt(Instant.EPOCH);
        var person = SimulatedSensor.open(DeviceUri.parse(uri), clock);
        var diary = new Diary();
        ExerciseResult result = practise(person, clock, diary);
        assertThat(result.end()).isEqualTo(ExerciseResult.End.COMPLETED);
        assertThat(result.reps()).hasSize(12);
        assertThat(result.seconds()).isBetween(189.0, 193.0);
        assertThat(diary.contractions)
                .hasSizeBetween(
                        person.truth().contractions().size() - 1,
                        person.truth().contractions().size() + 1);
        assertThat(result.letGo()).isGreaterThanOrEqualTo(9);
    }

    @Test
    void theSameSeedGivesTheSameSession() throws IOException {
        assertThat(diaryOf(5)).isEqualTo(diaryOf(5)).isNotEmpty().isNotEqualTo(diaryOf(6));
    }

    private static List<String> diaryOf(int seed) throws IOException {
        var clock = VirtualClock.startingAt(Instant.EPOCH);
        var diary = new Diary();
        practise(
                SimulatedSensor.open(DeviceUri.parse("sim:weak?seed=" + seed + "&signal=emg&rate=500"), clock),
                clock,
                diary);
        return diary.lines;
    }
}
