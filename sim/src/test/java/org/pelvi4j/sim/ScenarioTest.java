package org.pelvi4j.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.pelvi4j.sensor.Signal;

/** Scenarios as data. */
class ScenarioTest {
    private static final String GOOD = """
            id: mine
            person: weak
            seed: 5
            sensor: emg
            rate: 1000 Hz
            programme: lift-3min
            happens:
              - at: 20 s
                cough: 2
            """;

    static List<String> ids() {
        return Scenario.ids();
    }

    private static List<Double> take(Source source, int count) {
        var values = new ArrayList<Double>();
        double[] one = new double[source.info().channels().size()];
        for (int i = 0; i < count; i++) {
            source.next(one);
            for (double value : one) {
                values.add(value);
            }
        }
        return values;
    }

    @Test
    void thereIsOneForEachOfTheCatalogue() {
        assertThat(ids()).hasSizeGreaterThanOrEqualTo(22).contains("lift3-healthy", "cough-in-rest", "knack-late");
    }

    @ParameterizedTest
    @MethodSource("ids")
    void everyScenarioCanBeReadAndGivesTheSameNumbersTwice(String id) {
        Scenario scenario = Scenario.named(id);

        assertThat(scenario.id()).isEqualTo(id);
        assertThat(scenario.title()).isNotBlank();
        assertThat(scenario.expected()).isNotEmpty();
        assertThat(take(scenario.source(scenario.sensing()), 3000))
                .isEqualTo(take(scenario.source(scenario.sensing()), 3000))
                .allSatisfy(value -> assertThat(value).isFinite());
    }

    @ParameterizedTest
    @CsvSource({
        "lift3-healthy, 12",
        "cough-in-rest, 0",
        "endurance-fatigue, 1",
        "glazer-long-healthy, 11",
        "knack-ok, 6"
    })
    void thePersonDoesWhatTheTimetableAsks(String id, int contractions) {
        Scenario scenario = Scenario.named(id);
        var simulation = (Simulation) scenario.source(Sensing.pressure(10));
        take(simulation, (int) scenario.programme().length().toSeconds() * 10 + 50);

        assertThat(simulation.truth().contractions()).hasSize(contractions);
    }

    @Test
    void anotherSourceLeavesTheOthersBitForBit() {
        Scenario scenario = Scenario.named("lift3-healthy");
        List<Double> alone = take(scenario.source(Sensing.emg(1000)), 20_000);
        List<Double> both = take(scenario.source(Sensing.emg(1000).withSecondChannel()), 20_000);
        Source coughing = Scenario.read("mine.yaml", new StringReader(GOOD)).source(Sensing.emg(1000));
        Source calm = Scenario.read("mine.yaml", new StringReader(GOOD.replace("20 s", "900 s")))
                .source(Sensing.emg(1000));

        for (int i = 0; i < alone.size(); i++) {
            assertThat(both.get(2 * i)).isEqualTo(alone.get(i));
        }
        List<Double> with = take(coughing, 22_000);
        List<Double> without = take(calm, 22_000);
        boolean sameBefore = with.subList(0, 20_000).equals(without.subList(0, 20_000));
        boolean sameInCough = with.subList(20_000, 21_000).equals(without.subList(20_000, 21_000));
        assertThat(sameBefore).isTrue();
        assertThat(sameInCough).isFalse();
    }

    @Test
    void aDeviceMeasuresTheSamePersonInItsOwnWay() {
        Source cyton = Scenario.named("lift3-healthy").source(Signal.EMG, 250, Conversion.DELTA_SIGMA);

        assertThat(cyton.info().rateHz()).isEqualTo(250);
        assertThat(cyton.info().channels().get(0).signal()).isEqualTo(Signal.EMG);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "person: weak | person: nobody | mine.yaml:2:9: person: expected one of",
                "rate: 1000 Hz | rate: 1000 | mine.yaml:5:7: rate: expected 1 to 4000 Hz but was '1000'",
                "programme: lift-3min | programme: lift-9 | mine.yaml:6:12: programme: expected the id of a programme",
                "cough: 2 | cough: 2 s | mine.yaml:9:12: cough: expected -1000 to 10000",
                "cough: 2 | caugh: 2 | mine.yaml:9:5: caugh: expected one of amount, at, channel, cough",
                "seed: 5 | sed: 5 | mine.yaml:3:1: sed: expected one of anticipations",
                "seed: 5 | seed: [5 | mine.yaml"
            })
    void aMistakeIsToldWithItsPlace(String good, String bad, String message) {
        String yaml = GOOD.replace(good.strip(), bad.strip());

        assertThatThrownBy(() -> Scenario.read("mine.yaml", new StringReader(yaml)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message.strip());
    }

    @Test
    void aScenarioThatDoesNotExistNamesThoseThatDo() {
        assertThatThrownBy(() -> Scenario.named("lift9"))
                .hasMessageContaining("expected one of clock-250-vs-256, cough-in-rest");
    }
}
