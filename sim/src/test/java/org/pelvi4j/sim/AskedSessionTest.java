package org.pelvi4j.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.display.Display;
import org.pelvi4j.exercise.ExerciseResult;
import org.pelvi4j.exercise.Guess;
import org.pelvi4j.exercise.Programme;
import org.pelvi4j.exercise.RepResult;
import org.pelvi4j.feedback.Message;
import org.pelvi4j.feedback.Picture;
import org.pelvi4j.feedback.State;
import org.pelvi4j.session.Session;
import org.pelvi4j.session.SessionSetup;
import org.pelvi4j.time.VirtualClock;

/** Somebody answers, after each repetition by feel, whether it was got. */
class AskedSessionTest {
    private final List<State> states = new ArrayList<>();
    private int questions;

    /** Answers as soon as it is asked, and sees what the simulated person sees. */
    private final class Answering implements Display {
        private final Display person;
        private final Consumer<Session> answer;
        private @Nullable Session session;
        private boolean answered;

        Answering(Display person, Consumer<Session> answer) {
            this.person = person;
            this.answer = answer;
        }

        @Override
        public void show(Picture picture, long nowNanos) throws BusException {
            person.show(picture, nowNanos);
            states.add(picture.state());
            boolean asked = picture.message().equals(Message.ASKED);
            if (asked && !answered) {
                questions++;
                answer.accept(Objects.requireNonNull(session));
            }
            answered = asked;
        }

        @Override
        public double refreshHz() {
            return 100;
        }

        @Override
        public void close() {}
    }

    private ExerciseResult practise(boolean asking, Consumer<Session> answer) throws IOException {
        Programme lift;
        var yaml = Objects.requireNonNull(AskedSessionTest.class.getResourceAsStream("/programmes/lift-3min.yaml"));
        try (var reader = new InputStreamReader(yaml, StandardCharsets.UTF_8)) {
            lift = Programme.read("lift-3min", reader).inWeek(3);
        }
        var clock = VirtualClock.startingAt(Instant.EPOCH);
        var sensor = SimulatedSensor.open(DeviceUri.parse("sim:healthy?seed=1&signal=pressure"), clock);
        var eyes = new Answering(sensor.person(), answer);
        eyes.session =
                Session.of(SessionSetup.watching(sensor, clock).guiding(lift).watchedBy(eyes));
        if (asking) {
            eyes.session.asking();
        }
        return Objects.requireNonNull(eyes.session.run());
    }

    @Test
    void aPressSaysYesAndDoesNotPause() throws IOException {
        ExerciseResult result = practise(true, Session::press);
        assertThat(questions).isPositive();
        assertThat(states).doesNotContain(State.PAUSED);
        assertThat(result.guessed()).isEqualTo(questions);
        assertThat(result.reps()).hasSize(12).extracting(RepResult::guess).doesNotContain(Guess.NO);
        assertThat(result.guessedRight())
                .isEqualTo(result.reps().stream()
                        .filter(rep -> rep.guess() == Guess.YES && rep.held() && rep.letGo())
                        .count());
    }

    @Test
    void noIsAnAnswerToo() throws IOException {
        ExerciseResult result = practise(true, session -> session.answer(false));
        assertThat(questions).isPositive();
        assertThat(result.reps().stream().filter(rep -> rep.guess() == Guess.NO))
                .hasSize(questions);
    }

    @Test
    void withoutTheSettingNothingIsAskedAndNothingElseChanges() throws IOException {
        ExerciseResult asked = practise(true, session -> {});
        questions = 0;
        ExerciseResult plain = practise(false, session -> {});
        assertThat(questions).isZero();
        assertThat(plain).isEqualTo(asked);
    }
}
