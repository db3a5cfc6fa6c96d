package org.pelvi4j.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pelvi4j.app.store.Profile;
import org.pelvi4j.app.store.Store;
import org.pelvi4j.calibration.Calibration;
import org.pelvi4j.sensor.Signal;

/** What a calibration that is kept does for the next practice: it is used while it holds, and a rest far from it is told. */
class KnownScaleTest {
    private static final Instant NOW = Instant.parse("2026-11-24T07:00:00Z");
    /** About where this person rests, in pascal. */
    private static final double REST = 2600;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    /** What a practice says of a person who was measured at a rest, so many days ago. */
    private String practised(double rest, int daysAgo) throws IOException {
        Path root = folder.resolve("pelvi4j");
        try (Store store = Store.open(root, NOW)) {
            Profile person = store.profiles().add("Ada", ZoneId.of("Europe/Berlin"), "en", NOW);
            store.profiles().activate(person.id());
            Instant when = NOW.minus(Duration.ofDays(daysAgo));
            var known = new Calibration(Signal.PRESSURE, rest, 40, rest + 4000, Calibration.How.MAXIMAL, when, "");
            store.calibrations().add(person.id(), known, "PT1");
        }
        var out = new StringWriter();
        int code = Main.run(
                new PrintWriter(out),
                new PrintWriter(new StringWriter(), true),
                "practice",
                "--data",
                root.toString(),
                "--sensor",
                "sim:healthy?signal=pressure&seed=4",
                "--speed",
                "max",
                "--lines",
                "--programme",
                "beginner",
                "--at",
                NOW.toString());
        assertThat(code).as(out.toString()).isZero();
        return out.toString();
    }

    @ParameterizedTest(name = "{0} Pa of drift")
    @CsvSource({"0, false", "-1500, true", "1500, true"})
    void aRestFarFromTheSetUpsIsTold(double moved, boolean told) throws IOException {
        String said = practised(REST + moved, 1);
        assertThat(said.contains("Rest is not what it was at the set-up")).isEqualTo(told);
        assertThat(said).as("with a known scale the first repetition counts").contains("of 10 held");
    }

    @Test
    void afterAFortnightTheScaleIsLearnedAnew() throws IOException {
        String said = practised(REST, 14);
        assertThat(said).as("two repetitions teach").contains("of 8 held").doesNotContain("Rest is not what it was");
    }
}
