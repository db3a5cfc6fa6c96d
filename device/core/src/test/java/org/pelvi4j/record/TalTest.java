package org.pelvi4j.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Annotation lists, against the bytes of DOMAIN 4.1. */
class TalTest {
    private static final byte[] VECTOR = HexFormat.ofDelimiter(" ")
            .parseHex("2B 31 32 14 14 00 2B 31 32 2E 33 34 35 15 32 2E 35 14 43 4F 4E 54 52 41 43 54 20 6F 6E 73 65"
                    + " 74 14 00");

    @Test
    void aRecordAtTwelveSecondsWithAnEventIsTheVector() throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.write(Tal.timeKeeping(12_000_000));
        bytes.write(Tal.event(12_345_000, 2_500_000, AnnotationText.CONTRACT_ONSET));

        assertThat(bytes.toByteArray()).isEqualTo(VECTOR);
    }

    @Test
    void theVectorReadsAsThatEvent() throws TalParser.MalformedTal {
        var events = new ArrayList<Annotation>();
        TalParser.events(VECTOR, events);

        assertThat(events).containsExactly(new Annotation(12_345_000_000L, 2_500_000_000L, "CONTRACT onset"));
        assertThat(TalParser.timeKeeping(VECTOR)).isEqualTo(12_000_000_000L);
    }

    @Test
    void onsetsHaveASignAndNoNeedlessZeros() {
        assertThat(text(Tal.timeKeeping(0))).isEqualTo("+0||~");
        assertThat(text(Tal.timeKeeping(500_000))).isEqualTo("+0.5||~");
        assertThat(text(Tal.event(-1_000_001, -1, "x"))).isEqualTo("-1.000001|x|~");
        assertThat(text(Tal.event(100_000_000, 0, "x"))).isEqualTo("+100_0|x|~");
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8)
                .replace('\u0014', '|')
                .replace('\0', '~')
                .replace('\u0015', '_');
    }

    @Test
    void severalTextsOfOneOnsetAreSeveralEvents() throws TalParser.MalformedTal {
        var events = new ArrayList<Annotation>();
        TalParser.events(
                "+1|a|b|~-2_3|c|~~~"
                        .replace('|', '\u0014')
                        .replace('~', '\0')
                        .replace('_', '\u0015')
                        .getBytes(StandardCharsets.UTF_8),
                events);

        assertThat(events)
                .containsExactly(
                        new Annotation(1_000_000_000, -1, "a"),
                        new Annotation(1_000_000_000, -1, "b"),
                        new Annotation(-2_000_000_000, 3_000_000_000L, "c"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+1|a",
                "+1|a|",
                "+1",
                "1|a|~",
                "+|a|~",
                "+1e999|a|~",
                "+1_x|a|~",
                "+1_2~",
                "+1,5|a|~",
                "+\u0661|a|~"
            })
    void aListWithoutItsPartsIsRefused(String list) {
        byte[] bytes = list.replace('|', '\u0014')
                .replace('~', '\0')
                .replace('_', '\u0015')
                .getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> TalParser.events(bytes, new ArrayList<>())).isInstanceOf(TalParser.MalformedTal.class);
    }

    @Test
    void randomBytesAreReadOrRefusedAndNothingElse() {
        var random = new SplittableRandom(4242);
        byte[] alphabet = {'+', '-', '1', '.', 0x14, 0x15, 0, 'a', (byte) 0xC3, 'e'};
        for (int round = 0; round < 100_000; round++) {
            byte[] bytes = new byte[random.nextInt(1, 40)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = alphabet[random.nextInt(alphabet.length)];
            }
            List<Annotation> events = new ArrayList<>();
            try {
                TalParser.events(bytes, events);
            } catch (TalParser.MalformedTal refused) {
                assertThat(refused.getMessage()).startsWith("annotation: expected");
            }
        }
    }
}
