package org.pelvi4j.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.exercise.ExerciseResult;
import org.pelvi4j.exercise.Programme;
import org.pelvi4j.exercise.RepResult;
import org.pelvi4j.session.Session;
import org.pelvi4j.session.SessionSetup;
import org.pelvi4j.time.VirtualClock;

/** Every programme, done by a simulated person through the whole flow, in virtual time. */
class ProgrammesTest {
    private static final int PEOPLE = 2;

    private static ExerciseResult practise(String id, String uri) throws IOException {
        var yaml = Objects.requireNonNull(ProgrammesTest.class.getResourceAsStream("/programmes/" + id + ".yaml"));
        Programme programme;
        try (Reader reader = new InputStreamReader(yaml, StandardCharsets.UTF_8)) {
            programme = Programme.read(id, reader);
        }
        var clock = VirtualClock.startingAt(Instant.EPOCH);
        var person = SimulatedSensor.open(DeviceUri.parse(uri), clock);
        var setup = SessionSetup.watching(person, clock).guiding(programme).watchedBy(person.person());
        return Objects.requireNonNull(Session.of(setup).run());
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({
        "strength-8x8, emg&rate=500, 20, 20", "long-10-10, emg&rate=500, 6, 6", "beginner, emg&rate=250, 7, 7",
        "flicks, emg&rate=500, 25, 25", "flicks, pressure&rate=50, 25, 18", "mixed, emg&rate=500, 8, 10",
        "mixed, pressure&rate=50, 11, 11", "downtrain, emg&rate=500, 4, 4", "downtrain, pressure&rate=50, 4, 5",
        "knack, emg&rate=500, 3, 3", "lift-equal-3min, pressure&rate=50, 15, 15"
    })
    void aHealthyPersonHoldsAndLetsGoMostOfTheTime(String id, String signal, int held, int letGo) throws IOException {
        long heldByAll = 0;
        long letGoByAll = 0;
        for (int seed = 1; seed <= PEOPLE; seed++) {
            ExerciseResult result = practise(id, "sim:healthy?seed=" + seed + "&signal=" + signal);
            assertThat(result.end()).isEqualTo(ExerciseResult.End.COMPLETED);
            assertThat(result.reps()).hasSize(result.planned());
            heldByAll += result.held();
            letGoByAll += result.letGo();
        }
        // Of one person a single repetition may lie on either side of the line, by the noise of a band's edge.
        assertThat(heldByAll).as("held").isGreaterThanOrEqualTo((long) PEOPLE * held);
        assertThat(letGoByAll).as("let go").isGreaterThanOrEqualTo((long) PEOPLE * letGo);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"glazer-long, 340", "glazer-short, 300", "endurance, 140"})
    void anAssessmentIsPacedAndJudgesNothing(String id, double seconds) throws IOException {
        ExerciseResult result = practise(id, "sim:healthy?seed=1&signal=pressure&rate=50");
        assertThat(result.seconds()).isEqualTo(seconds);
        assertThat(result.reps()).noneMatch(RepResult::judged);
    }
}
