package org.pelvi4j.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pelvi4j.app.report.Texts;
import org.pelvi4j.app.store.Store;
import org.pelvi4j.exercise.Programme;
import org.pelvi4j.time.VirtualClock;

/** Who is at the device, and in which language they are spoken to. */
class VisitTest {
    private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();

    /** Ada speaks German, Bert, the active one, English. */
    private Store two() throws IOException {
        Store store = Store.open(folder.resolve("pelvi4j"), NOW);
        store.profiles()
                .activate(store.profiles()
                        .add("Bert", ZoneId.of("UTC"), "en", NOW)
                        .id());
        store.profiles().add("Ada", ZoneId.of("UTC"), "de", NOW);
        store.profiles().activate(1);
        return store;
    }

    private static Visit visit(Store store, UnaryOperator<String> language) throws IOException {
        return Visit.of(store, new Whose(), language, VirtualClock.startingAt(NOW));
    }

    private String answered(Store store, String typed) throws IOException {
        var in = new BufferedReader(new StringReader(typed));
        return visit(store, own -> own)
                .answered(in, new PrintWriter(out), store.profiles().all())
                .name();
    }

    @Test
    void enterGoesOnAndAnotherNameChangesIt() throws IOException {
        try (Store store = two()) {
            assertThat(answered(store, "\n")).isEqualTo("Bert");
            assertThat(answered(store, "Ada\n")).isEqualTo("Ada");
            assertThat(answered(store, " ada \n")).as("without a capital").isEqualTo("Ada");
            assertThat(answered(store, "p-002\n")).as("by the code").isEqualTo("Ada");
            assertThat(out.toString()).doesNotContain("Nobody here");
        }
    }

    @Test
    void aNameThatNobodyHasIsAskedAgainAndSomebodyElseIsNeverTaken() throws IOException {
        try (Store store = two()) {
            assertThat(answered(store, "Adda\nada\n")).isEqualTo("Ada");
            assertThat(out.toString()).contains("Nobody here is called Adda. There are: Bert, Ada.");
            assertThatThrownBy(() -> answered(store, "x\ny\nz\nAda\n"))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("expected one of Bert, Ada");
            assertThatThrownBy(() -> answered(store, "x\n"))
                    .isInstanceOf(Failure.class)
                    .hasMessageContaining("--profile NAME");
        }
    }

    @Test
    void nobodyIsAddedWhoseNameDiffersInCapitalsOnly() throws IOException {
        try (Store store = two()) {
            assertThatThrownBy(() -> store.profiles().add("ADA", ZoneId.of("UTC"), "en", NOW))
                    .hasMessageContaining("expected a new one but was 'ADA'");
        }
    }

    @Test
    void aProgrammeOfTheProductIsCalledAsThePersonSpeaks() throws IOException {
        Programme lift = Programmes.named("lift-3min");
        try (Store store = two()) {
            assertThat(visit(store, own -> own).asShown(lift).title()).isEqualTo("Bert: Lift, 3 minutes");
            assertThat(visit(store, own -> "de").asShown(lift).title()).isEqualTo("Bert: Heben, 3 Minuten");
            assertThat(visit(store, own -> "de").asShown(lift.titled("My own")).title())
                    .isEqualTo("Bert: My own");
        }
    }

    @Test
    void everyProgrammeHasItsTitleInEveryLanguage() throws IOException {
        for (String id : Programmes.ids()) {
            Programme programme = Programmes.named(id);
            assertThat(Texts.in("en").text("programme." + id)).isEqualTo(programme.title());
            assertThat(Texts.in("de").title(programme)).as(id).isNotEqualTo(programme.title());
        }
    }
}
