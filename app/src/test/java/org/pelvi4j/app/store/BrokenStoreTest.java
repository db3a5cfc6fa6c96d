package org.pelvi4j.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broken database is never a crash: it is put aside, and the recordings are read into a new one. Source: RELIABILITY F7. */
class BrokenStoreTest {
    private static final int PAGE = 4096;

    @TempDir
    Path folder;

    private Path root;
    private byte[] good;

    @BeforeEach
    void aRecord() throws IOException {
        root = folder.resolve("pelvi4j");
        try (Store store = Store.open(root, Kept.NOW)) {
            Profile person = Kept.person(store);
            for (int i = 0; i < 40; i++) {
                Kept.practice(store, person, Kept.NOW.plusSeconds(3600L * i), 12);
            }
            Kept.recorded(store, person, Kept.NOW);
        }
        good = Files.readAllBytes(root.resolve("pelvi4j.db"));
    }

    private void damaged(byte[] bytes, String what) throws IOException {
        Files.write(root.resolve("pelvi4j.db"), bytes);
        try (Store store = Store.open(root, Kept.NOW)) {
            Profile first = store.profiles().all().isEmpty()
                    ? null
                    : store.profiles().all().get(0);
            if (store.findings().isEmpty()) {
                assertThat(first).as(what).isNotNull();
                assertThat(store.practices().latest(1, 100)).as(what).hasSize(41);
            } else {
                assertThat(store.findings().get(0)).as(what).startsWith("the database was broken; it lies in ");
                assertThat(store.practices().latest(1, 100)).as(what).hasSize(1);
                assertThat(store.practices().latest(1, 100).get(0).totals().ended())
                        .isEqualTo(Practice.FOUND);
            }
            assertThat(store.database().query("PRAGMA integrity_check", row -> row.getString(1)))
                    .containsExactly("ok");
        }
    }

    @Test
    void eachPageOverwrittenInTurn() throws IOException {
        int broken = 0;
        for (int page = 0; page < good.length / PAGE; page++) {
            byte[] bytes = good.clone();
            var random = new SplittableRandom(page);
            for (int i = 0; i < PAGE; i++) {
                bytes[page * PAGE + i] = (byte) random.nextInt(256);
            }
            damaged(bytes, "page " + page);
            try (Store store = Store.open(root, Kept.NOW)) {
                broken += store.practices().latest(1, 100).size() == 1 ? 1 : 0;
            }
        }
        assertThat(broken).isGreaterThan(good.length / PAGE / 2);
    }

    @Test
    void cutAtAHundredPlaces() throws IOException {
        var random = new SplittableRandom(7);
        for (int i = 0; i < 100; i++) {
            int length = random.nextInt(1, good.length);
            damaged(Arrays.copyOf(good, length), "length " + length);
        }
    }

    @Test
    void whatWasPutAsideIsTheBrokenFile() throws IOException {
        byte[] bytes = good.clone();
        Arrays.fill(bytes, 0, 100, (byte) 'x');
        Files.write(root.resolve("pelvi4j.db"), bytes);
        Store.open(root, Instant.parse("2026-11-24T09:30:00Z")).close();

        assertThat(root.resolve("aside/broken-2026-11-24-093000.db")).hasBinaryContent(bytes);
    }
}
