package org.pelvi4j.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pelvi4j.app.report.Texts;
import org.pelvi4j.measure.Remark;
import org.pelvi4j.phase.Detector;
import org.pelvi4j.phase.Phase;
import org.pelvi4j.phase.PhaseEvent;

/** What is noticed of the sensor is said in plain words, each once. */
class WarningsTest {
    private final StringWriter err = new StringWriter();
    private final PrintWriter writer = new PrintWriter(err);

    private Warnings warnings(String language) {
        return new Warnings(new Notices(() -> writer), Texts.in(language));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void eachIsSaidOnceWithWhatMendsIt(String language) {
        Warnings warnings = warnings(language);
        for (int i = 0; i < 3; i++) {
            warnings.mains(i);
            warnings.phase(new PhaseEvent(Phase.UNKNOWN, Detector.REST_SHIFT, i, i));
            warnings.remark(new Remark(Remark.Kind.DRIFT, i, i));
            warnings.remark(new Remark(Remark.Kind.SLIP, i, i));
        }
        assertThat(err.toString().lines())
                .hasSize(4)
                .allMatch(line -> line.startsWith("pelvi4j: ") && line.contains(" "));
        assertThat(err.toString()).doesNotContain("warn.");
    }

    @Test
    void aCoughAndAnOrdinaryPhaseAreNobodysTrouble() {
        Warnings warnings = warnings("en");
        warnings.remark(new Remark(Remark.Kind.COUGH, 1, 2));
        warnings.phase(new PhaseEvent(Phase.RELAX, "", 1, 2));
        warnings.phase(new PhaseEvent(Phase.UNKNOWN, "MISSING", 1, 2));
        assertThat(err.toString()).isEmpty();
    }
}
