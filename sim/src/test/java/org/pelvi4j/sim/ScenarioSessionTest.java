package org.pelvi4j.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pelvi4j.record.AnnotationText;
import org.pelvi4j.sim.rehearsal.Outcome;
import org.pelvi4j.sim.rehearsal.Rehearsal;

/** Every scenario through the whole flow, in virtual time: all that its file expects must come out. */
class ScenarioSessionTest {
    static List<String> ids() {
        return Scenario.ids();
    }

    @Test
    void everyKeyThatAFileMayHaveCanBeJudged() {
        assertThat(Judge.keys()).isEqualTo(ScenarioReader.EXPECTED);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void whatAScenarioExpectsComesOut(String id) {
        var samples = new Samples();
        Outcome outcome = Rehearsal.of(Scenario.named(id)).recordedBy(samples).run();

        assertThat(outcome.said().troubles()).isEmpty();
        assertThat(outcome.scenario().expected()).isNotEmpty();
        if (!"mains".equals(outcome.scenario().expected().get("warning"))) {
            assertThat(outcome.said().events(AnnotationText.WARN_MAINS)).isEmpty();
        }
        var failures = new org.assertj.core.api.SoftAssertions();
        for (String key : outcome.scenario().expected().keySet()) {
            try {
                Judge.judge(outcome, samples, key);
            } catch (AssertionError wrong) {
                failures.fail(id + ", " + key + ": " + wrong.getMessage());
            }
        }
        failures.assertAll();
    }
}
