package org.pelvi4j.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is in a file: a programme, or one line that says where it is wrong. */
class ProgrammeFuzzTest {
    private static final String ODD = ":-[]{}&*?|>%@`'\"#!,\\ \t\n\0\u2028\uFEFF\uD800٥é0123456789.smin";

    private static String outcome(String text) {
        try {
            Programme programme = Programme.read("my.yaml", new StringReader(text));
            assertThat(programme.length()).isLessThanOrEqualTo(Programme.LONGEST);
            return "programme";
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aDamagedFileIsRefusedWithItsPlaceOrReadsAsAProgramme(long seed) {
        var random = new SplittableRandom(seed);
        List<String> files = new ArrayList<>();
        ProgrammeTest.ids().forEach(id -> files.add(Seeds.programme(id).yaml()));
        int read = 0;
        for (int i = 0; i < 1_000; i++) {
            var text = new StringBuilder(files.get(random.nextInt(files.size())));
            for (int cuts = 1 + random.nextInt(4); cuts > 0; cuts--) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.insert(at, ODD.charAt(random.nextInt(ODD.length())));
                    default -> text.setCharAt(at, ODD.charAt(random.nextInt(ODD.length())));
                }
            }
            String outcome = outcome(text.toString());
            read += outcome.equals("programme") ? 1 : 0;
            assertThat(outcome).as(text.toString()).matches("programme|my\\.yaml:[0-9]+:[0-9]+: .*");
        }
        assertThat(read).isBetween(10, 600);
    }

    static Stream<String> bombs() {
        return Stream.of(
                "[".repeat(60_000),
                "- ".repeat(30_000),
                "? ".repeat(30_000),
                "{a: ".repeat(10_000),
                "[\n".repeat(20_000),
                "id: " + "x".repeat(100_000),
                "a: &a [*a]\n",
                "id: &x a\ntitle: *x\n" + "# x\n".repeat(40_000));
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void whatIsMeantToBreakTheReaderIsRefused(String text) {
        assertThat(outcome(text)).startsWith("my.yaml:1:");
    }
}
