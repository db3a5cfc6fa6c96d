package org.pelvi4j.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pelvi4j.calibration.Calibration;
import org.pelvi4j.calibration.EffortSink;
import org.pelvi4j.exercise.Practice;
import org.pelvi4j.exercise.Programme;
import org.pelvi4j.exercise.Seeds;
import org.pelvi4j.signal.Conditioned;

class SoundsTest {
    private static final DoubleUnaryOperator FOLLOWS = Practice.follows(0.4, 0.6);
    private final List<String> heard = new ArrayList<>();
    private Practice practice = new Practice(Seeds.programme("lift-3min"));
    private Sounds sounds = listening(practice);

    private Sounds listening(Practice to) {
        Sounds listening = Sounds.of(
                to.controller.course(),
                (sound, at) -> heard.add(String.format(Locale.ROOT, "%.1f %s", to.second(at), sound)));
        to.with(new EffortSink() {
            @Override
            public void effort(double effort, Conditioned signal) {
                listening.tick(signal.atNanos());
            }

            @Override
            public void scale(Calibration scale, boolean fixed) {}
        });
        return listening;
    }

    private void practise(Programme programme) {
        practice = new Practice(programme);
        sounds = listening(practice);
    }

    @Test
    void everyCueSoundsAndBothHalvesAreRewardedAlike() {
        practice.until(25.1, FOLLOWS);
        assertThat(heard)
                .containsExactly(
                        "7.0 TICK",
                        "8.0 TICK",
                        "9.0 TICK",
                        "10.0 SQUEEZE",
                        "14.2 EARNED",
                        "15.0 LET_GO",
                        "15.7 EARNED",
                        "22.0 TICK",
                        "23.0 TICK",
                        "24.0 TICK",
                        "25.0 SQUEEZE");
    }

    @Test
    void thereIsNoSoundForAMissNorForMoreThanTheMaximum() {
        practice.until(22, s -> FOLLOWS.applyAsDouble(s) / 2);
        assertThat(heard).doesNotContain("14.2 EARNED").hasSize(6);
        heard.clear();
        practise(Seeds.programme("lift-3min"));
        practice.until(22, s -> FOLLOWS.applyAsDouble(s) * 2.5);
        assertThat(heard).hasSize(7);
    }

    @Test
    void aRepetitionByFeelGivesNothingAway() {
        practise(Seeds.programme("lift-3min").inWeek(3));
        practice.until(25, FOLLOWS);
        heard.clear();
        practice.until(40, FOLLOWS);
        assertThat(heard).noneMatch(s -> s.endsWith("EARNED"));
    }

    @Test
    void flicksHaveShortTonesAndTicksOnlyBeforeTheFirst() {
        practise(Seeds.programme("flicks"));
        practice.until(19, Practice.rests());
        assertThat(heard)
                .containsExactly(
                        "7.0 TICK",
                        "8.0 TICK",
                        "9.0 TICK",
                        "10.0 SHORT_SQUEEZE",
                        "11.0 SHORT_LET_GO",
                        "13.0 SHORT_SQUEEZE",
                        "14.0 SHORT_LET_GO",
                        "16.0 SHORT_SQUEEZE",
                        "17.0 SHORT_LET_GO");
    }

    @Test
    void aRestBetweenTwoSetsIsTickedToItsEnd() {
        practise(Seeds.programme("flicks"));
        practice.until(39, Practice.rests());
        heard.clear();
        practice.until(70.5, Practice.rests());
        assertThat(heard).containsExactly("67.0 TICK", "68.0 TICK", "69.0 TICK", "70.0 SHORT_SQUEEZE");
    }

    @Test
    void theLastRestEndsWithoutATickForNothingIsToCome() {
        practice.until(181, FOLLOWS);
        heard.clear();
        practice.until(191, FOLLOWS);
        assertThat(heard).containsExactly("190.0 DONE");
    }

    @Test
    void goingOnAfterAPauseIsThreeTicks() {
        practice.until(12, FOLLOWS);
        practice.controller.pause(practice.nanos(12));
        practice.until(14, FOLLOWS);
        heard.clear();
        practice.controller.resume(practice.nanos(14));
        practice.until(17.1, FOLLOWS);
        assertThat(heard).containsExactly("14.0 TICK", "15.0 TICK", "16.0 TICK", "17.0 SQUEEZE");
    }

    @Test
    void noSignalCallsThreeTimesAndIsSilentThen() {
        practice.until(12, FOLLOWS);
        heard.clear();
        practice.silentUntil(12.9);
        for (double second = 13; second < 60; second += 0.1) {
            practice.silentUntil(second);
            sounds.tick(practice.nanos(second));
        }
        assertThat(heard).hasSize(3).allMatch(s -> s.endsWith("NO_SIGNAL"));
        heard.clear();
        practice.silentUntil(60);
        practice.until(65.5, Practice.rests());
        assertThat(heard).containsExactly("62.0 BACK", "62.0 TICK", "63.0 TICK", "64.0 TICK", "65.0 SQUEEZE");
    }

    @Test
    void aPressSilencesTheAlarm() {
        practice.until(12, FOLLOWS).silentUntil(14);
        sounds.tick(practice.nanos(14));
        sounds.silence();
        heard.clear();
        practice.silentUntil(50);
        sounds.tick(practice.nanos(50));
        assertThat(heard).isEmpty();
    }

    @Test
    void whatIsLateIsNotMade() {
        practice.until(9.5, Practice.rests());
        heard.clear();
        practice.controller.tick(practice.nanos(10.4));
        sounds.tick(practice.nanos(10.4));
        assertThat(heard).isEmpty();
    }

    @Test
    void pauseAndTheEndAreHeard() {
        practice.until(12, FOLLOWS);
        practice.controller.pause(practice.nanos(12));
        sounds.tick(practice.nanos(12));
        practice.controller.stop(practice.nanos(13));
        sounds.tick(practice.nanos(13));
        assertThat(heard).endsWith("12.0 PAUSE", "13.0 DONE");
    }

    @ParameterizedTest
    @EnumSource(Sound.class)
    void isShortAndBetweenWhatSmallSpeakersAndOldEarsCanDo(Sound sound) {
        Stream<Tone> audible = sound.tones().stream().filter(t -> t.hertz() > 0);
        assertThat(audible).isNotEmpty().allMatch(t -> t.hertz() >= 440 && t.hertz() <= 1047);
        assertThat(sound.tones().stream().mapToInt(Tone::millis).sum()).isLessThanOrEqualTo(1000);
    }
}
