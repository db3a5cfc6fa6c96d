package org.pelvi4j.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProgrammeTest {
    static Stream<String> ids() {
        try (Stream<Path> files = Files.list(Seeds.FOLDER)) {
            return files.map(f -> f.getFileName().toString().replace(".yaml", "")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "lift-3min, 190, 12",
        "lift-5min, 310, 20",
        "lift-equal-3min, 190, 18",
        "beginner, 100, 10",
        "strength-8x8, 706, 24",
        "long-10-10, 190, 9",
        "flicks, 160, 30",
        "mixed, 182, 14",
        "endurance, 140, 1",
        "downtrain, 186, 8",
        "knack, 112, 6",
        "glazer-long, 340, 13",
        "glazer-short, 300, 13"
    })
    void lastsAsLongAsTheTableOfTemplatesSays(String id, long seconds, int reps) {
        Programme programme = Seeds.programme(id);
        assertThat(programme.length()).isEqualTo(Duration.ofSeconds(seconds));
        assertThat(programme.reps()).isEqualTo(reps);
        assertThat(programme.steps().stream().map(Step::length).reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @MethodSource("ids")
    void everyFileIsCalledByItsId(String id) {
        assertThat(Seeds.programme(id).id()).isEqualTo(id);
        assertThat(Seeds.programme(id).title()).isNotEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "work: 600 s|1|programmes/my.yaml:3:7: work: expected 1 to 60 seconds but was 600",
                "work: five|1|programmes/my.yaml:3:7: work: expected a time such as '5 s' or '2 min' but was 'five'",
                "work: 5|1|programmes/my.yaml:3:7: work: expected a time such as '5 s' or '2 min' but was '5'",
                "work: ٥ s|1|programmes/my.yaml:3:7: work: expected a time such as '5 s' or '2 min' but was '٥ s'",
                "work: [5, 6]|1|programmes/my.yaml:3:7: work: expected one value",
                "work: 15 s|1|programmes/my.yaml:4:7: rest: expected at least as long as the work of 15 s but was 10 s",
                "wrok: 5 s|1|programmes/my.yaml:3:1: wrok: expected one of id, title, preparation, blocks, sets, set rest,",
                "reps: 0|1|programmes/my.yaml:3:7: reps: expected 1 to 60 but was '0'",
                "id: Mine|1|programmes/my.yaml:3:1: id: expected once but was there twice",
                "target: 40|1|programmes/my.yaml:3:9: target: expected a target such as '>= 40 %'",
                "target: >= 40 %|1|programmes/my.yaml:3:10: expected quotes: a value that begins with > or | needs them",
                "target: peak >= 40 %|1|programmes/my.yaml:3:9: target: expected a peak only where the work is 2 s or less",
                "cough at: 7 s|1|programmes/my.yaml:3:11: cough at: expected less than the work of 5 s but was 7 s",
                "rest band: 90 %|1|programmes/my.yaml:3:12: rest band: expected 5 to 30 % but was '90 %'",
                "feedback: often|1|programmes/my.yaml:3:11: feedback: expected one of 'every rep',",
                "sets: 3|1|programmes/my.yaml:1:1: set rest: expected a value but there is none",
                "blocks: 5|1|programmes/my.yaml:5:7: work: expected inside a block",
            })
    void aMistakeIsToldWithItsPlaceAndWhatWasExpected(String line, int ignored, String message) {
        boolean replacesWork = line.startsWith("work:");
        assertThatThrownBy(() -> Seeds.yaml(
                        "id: mine",
                        "title: Mine",
                        line,
                        "rest: 10 s",
                        replacesWork ? "# a comment" : "work: 5 s",
                        line.startsWith("target:") ? "" : "target: 60 %"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 1:1",
        "just text, 1:1",
        "- a, 1:1",
        "'id: a\nid', 3:1",
        "'&a [*a]', 1:1",
        "'id: \"a', 2:1",
        "'a: b: c', 1:5"
    })
    void whatIsNoProgrammeIsRefusedInOneLine(String text, String place) {
        assertThatThrownBy(() -> Seeds.yaml(text))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .startsWith("programmes/my.yaml:" + place + ": ")
                .doesNotContain("\n");
    }

    @Test
    void holdsAndFlicksMayFollowOneAnother() {
        var steps = Seeds.programme("mixed").steps();
        assertThat(steps).hasSize(1 + 2 * 14);
        assertThat(steps.get(19).length()).isEqualTo(Duration.ofSeconds(8));
        assertThat(steps.get(21).length()).isEqualTo(Duration.ofSeconds(1));
        assertThat(steps.get(21).rep()).isEqualTo(11);
    }

    @Test
    void setsAreKeptApartByTheirRest() {
        var kinds = Seeds.programme("flicks").steps().stream().map(Step::kind).toList();
        assertThat(kinds.get(21)).isEqualTo(Cue.Kind.SET_REST);
        assertThat(kinds.stream().filter(Cue.Kind.SET_REST::equals)).hasSize(2);
        assertThat(kinds.get(kinds.size() - 1)).isEqualTo(Cue.Kind.REST);
    }

    @ParameterizedTest
    @CsvSource({
        ">= 40 %, 0.4, NaN", "40 % or more, 0.4, NaN", "50-80 %, 0.5, 0.8", "50 to 80 %, 0.5, 0.8",
        "60 %, 0.5, 0.7", "40 %, 0.27, 0.53", "20 %, 0.15, 0.38", "<= 30 %, 0.15, 0.3"
    })
    void aTargetIsWrittenAsPeopleSayIt(String text, double low, double high) {
        assertThat(Target.parse(text)).isEqualTo(new Target(low, high));
    }

    @Test
    void feedbackFadesWithTheWeeks() {
        Programme programme = Seeds.programme("lift-3min");
        assertThat(byFeel(programme)).isZero();
        assertThat(byFeel(programme.inWeek(1))).isZero();
        assertThat(byFeel(programme.inWeek(2))).isEqualTo(4);
        assertThat(byFeel(programme.inWeek(3))).isEqualTo(6);
        assertThat(programme.inWeek(3).steps().get(1).byFeel()).isFalse();
    }

    private static long byFeel(Programme programme) {
        return programme.steps().stream()
                .filter(s -> s.kind() == Cue.Kind.WORK && s.byFeel())
                .count();
    }
}
