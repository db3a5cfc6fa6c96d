package org.pelvi4j.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TimelineTest {
    @Test
    void showsTheStepsAndTheShape() {
        assertThat(Timeline.of(Seeds.programme("lift-3min")).lines(80))
                .containsExactly(
                        "Lift, 3 minutes (lift-3min), 3:10",
                        "",
                        "  0:00  ready      10 s",
                        "  0:10  squeeze     5 s  goal >= 40 %, 12 times",
                        "  0:15  let go     10 s",
                        "  3:10  done",
                        "",
                        "  0:00  ::::::::::#####..........#####..........#####..........#####",
                        "  1:00  ..........#####..........#####..........#####..........#####",
                        "  2:00  ..........#####..........#####..........#####..........#####",
                        "  3:00  ..........",
                        "        # squeeze  . let go  : ready, between sets");
    }

    @Test
    void showsSetsAndFlicks() {
        assertThat(Timeline.of(Seeds.programme("flicks")).lines(80))
                .contains(
                        "  0:10  squeeze     1 s  goal peak >= 60 %, set 1 of 3, 10 times",
                        "  0:40  set rest   30 s", "  1:10  squeeze     1 s  goal peak >= 60 %, set 2 of 3, 10 times");
    }

    @ParameterizedTest
    @MethodSource("org.pelvi4j.exercise.ProgrammeTest#ids")
    void fitsAnyProgrammeIntoFortyColumnsOfShape(String id) {
        var lines = Timeline.of(Seeds.programme(id)).lines(40);
        assertThat(lines.subList(lines.size() - 3, lines.size() - 1)).allMatch(line -> line.length() <= 40);
        assertThat(lines).allMatch(line -> line.chars().allMatch(c -> c >= 32 && c < 127));
    }
}
