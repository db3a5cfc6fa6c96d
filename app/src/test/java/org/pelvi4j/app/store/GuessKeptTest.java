package org.pelvi4j.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pelvi4j.exercise.Guess;
import org.pelvi4j.exercise.RepResult;

/** What a person said of a repetition by feel is kept with it, and what was not said stays unsaid. */
class GuessKeptTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void yesNoAndNothingComeBackAsTheyWere() throws IOException {
        try (Store store = Store.open(folder.resolve("pelvi4j"), Kept.NOW)) {
            long id = store.practiceLog().begin(Practice.Start.of(Kept.person(store), Kept.NOW, "lift-3min", 12));
            int n = 0;
            for (Guess guess : Guess.values()) {
                store.practiceLog().rep(id, Kept.rep(++n, true).guessed(guess));
            }
            assertThat(store.practices().reps(id))
                    .extracting(RepResult::guess)
                    .containsExactly(Guess.NONE, Guess.YES, Guess.NO);
        }
    }

    @Test
    void aRecordingAloneStillKnowsIt() throws IOException {
        Path root = folder.resolve("pelvi4j");
        try (Store store = Store.open(root, Kept.NOW)) {
            Kept.recorded(store, Kept.person(store), Kept.NOW);
        }
        Files.write(root.resolve("pelvi4j.db"), new byte[5000]);
        try (Store store = Store.open(root, Kept.NOW)) {
            long id = store.practices().latest(1, 1).get(0).id();
            assertThat(store.practices().reps(id)).extracting(RepResult::guess).containsExactly(Guess.NO);
        }
    }
}
