package org.pelvi4j.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pelvi4j.app.store.Assessments.Figure;
import org.pelvi4j.sensor.Signal;

class AssessmentsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private static Assessments.Kept glazer(double tonic) {
        return new Assessments.Kept(
                0,
                Kept.NOW,
                "glazer-short",
                Signal.EMG,
                "probe",
                List.of(new Figure("tonic", "mean", tonic), new Figure("tonic", "median-frequency", Double.NaN)));
    }

    @Test
    void anAssessmentIsKeptAndTheLatestComesFirst() throws IOException {
        try (Store store = Store.open(folder.resolve("data"), Kept.NOW)) {
            Profile person = Kept.person(store);
            store.assessments().add(person.id(), glazer(20));
            store.assessments().add(person.id(), glazer(22.5));
            List<Assessments.Kept> all = store.assessments().all(person.id());
            assertThat(all).hasSize(2);
            assertThat(all.get(0).figure("tonic", "mean")).isEqualTo(22.5);
            assertThat(all.get(0).figure("tonic", "median-frequency"))
                    .as("not known, not kept")
                    .isNaN();
            assertThat(all.get(1).figure("tonic", "mean")).isEqualTo(20);
        }
    }

    @Test
    void itGoesWithThePersonAndSoDoThePagesOfCalibrations() throws IOException {
        Path root = folder.resolve("data");
        try (Store store = Store.open(root, Kept.NOW)) {
            Profile person = Kept.person(store);
            store.assessments().add(person.id(), glazer(20));
            Path page = Files.createDirectories(root.resolve("calibrations")).resolve("p-001-emg-2026.txt");
            Path other = page.resolveSibling("p-002-emg-2026.txt");
            Files.writeString(page, "rest: 1");
            Files.writeString(other, "rest: 1");
            store.profiles().delete(person.id());
            assertThat(store.assessments().all(person.id())).isEmpty();
            assertThat(store.database().query("SELECT count(*) FROM figure", row -> row.getInt(1)))
                    .containsExactly(0);
            assertThat(page).doesNotExist();
            assertThat(other).exists();
        }
    }
}
