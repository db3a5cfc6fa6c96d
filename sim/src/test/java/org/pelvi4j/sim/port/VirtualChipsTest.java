package org.pelvi4j.sim.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pelvi4j.time.VirtualClock;

/** Chips against the byte strings of their data sheets. */
class VirtualChipsTest {
    private static final String INIT_128X64 =
            "00 AE D5 80 A8 3F D3 00 40 8D 14 20 00 A1 C8 DA 12 81 CF D9 F1 DB 40 A4 A6 2E AF";

    private final VirtualClock clock = VirtualClock.startingAt(Instant.EPOCH);

    private static byte[] hex(String text) {
        return HexFormat.ofDelimiter(" ").parseHex(text);
    }

    private static VirtualSsd1306 panel() {
        var panel = new VirtualSsd1306(64);
        panel.write(hex(INIT_128X64));
        panel.write(hex("00 22 00 FF 21 00 7F"));
        return panel;
    }

    @Test
    void aPanelShowsItsMemoryTheRightWayUp() {
        VirtualSsd1306 panel = panel();
        byte[] frame = new byte[1025];
        frame[0] = 0x40;
        frame[1 + 3] = 0b0000_0010;
        frame[1 + 7 * 128 + 127] = (byte) 0x80;
        panel.write(frame);
        assertThat(panel.lit(3, 1)).isTrue();
        assertThat(panel.lit(127, 63)).isTrue();
        assertThat(panel.text().chars().filter(c -> c == '#').count()).isEqualTo(2);
        assertThat(panel.contrast()).isEqualTo(0xCF);
    }

    @Test
    void withoutItsRemapsThePanelIsUpsideDown() {
        VirtualSsd1306 panel = panel();
        panel.write(hex("00 A0 C0"));
        byte[] frame = new byte[1025];
        frame[0] = 0x40;
        frame[1] = 1;
        panel.write(frame);
        assertThat(panel.lit(127, 63)).isTrue();
    }

    @Test
    void onePageIsWrittenInItsWindow() {
        VirtualSsd1306 panel = panel();
        panel.write(new byte[] {0x40});
        byte[] all = new byte[1025];
        all[0] = 0x40;
        panel.write(all);
        panel.write(hex("00 22 02 02 21 00 7F"));
        panel.write(hex("40 FF"));
        assertThat(panel.lit(0, 16)).isTrue();
        assertThat(panel.lit(0, 23)).isTrue();
        assertThat(panel.lit(0, 24)).isFalse();
        panel.write(hex("00 20 02 B5 07 10"));
        panel.write(hex("40 01"));
        assertThat(panel.lit(7, 40)).isTrue();
    }

    @Test
    void aPanelWithoutItsChargePumpStaysDark() {
        var panel = new VirtualSsd1306(32);
        panel.write(hex("00 AF A5"));
        assertThat(panel.shines()).isFalse();
        panel.write(hex("00 8D 14"));
        assertThat(panel.text()).doesNotContain(".");
    }

    @ParameterizedTest
    @CsvSource({
        "00 F5, command: expected one of the data sheet's chapter 9 but was F5",
        "00 21 05 03, window: expected an end not before 5 but was 03",
        "01 AE, 'control byte: expected 00, 40, 80 or C0 but was 01'",
    })
    void whatThePanelDoesNotKnowIsRefused(String bytes, String message) {
        assertThatThrownBy(() -> new VirtualSsd1306(64).write(hex(bytes))).hasMessageContaining(message);
    }

    @Test
    void dataInTheMiddleOfACommandIsRefused() {
        var panel = new VirtualSsd1306(64);
        panel.write(hex("00 21 00"));
        assertThatThrownBy(() -> panel.write(hex("40 FF"))).hasMessageContaining("1 more arguments");
    }

    @Test
    void aPictureOfThePanelIsAPng() {
        byte[] png = panel().png();
        assertThat(png).startsWith(0x89, 'P', 'N', 'G');
        assertThat(HexFormat.of().formatHex(png, 16, 24)).isEqualTo("0000020000000100");
    }

    private VirtualHd44780 started() {
        var glass = new VirtualHd44780(16, 2, clock);
        nibble(glass, 3);
        clock.advance(4_500_000);
        nibble(glass, 3);
        clock.advance(4_500_000);
        nibble(glass, 3);
        clock.advance(150_000);
        nibble(glass, 2);
        for (int instruction : new int[] {0x28, 0x0C, 0x01}) {
            nibble(glass, instruction >> 4);
            nibble(glass, instruction & 15);
        }
        return glass;
    }

    private static void nibble(VirtualHd44780 glass, int four) {
        int pins = four << 4 | 0x08;
        glass.write(new byte[] {(byte) pins, (byte) (pins | 4), (byte) pins});
    }

    @Test
    void theLetterOfTheDocumentationAppears() {
        VirtualHd44780 glass = started();
        clock.advance(2_000_000);
        glass.write(hex("49 4D 49 19 1D 19"));
        assertThat(glass.text()).startsWith("A      ");
        assertThat(glass.backlight()).isTrue();
    }

    @Test
    void anInstructionAfterAClearMustWait() {
        VirtualHd44780 glass = started();
        assertThatThrownBy(() -> glass.write(hex("49 4D 49 19 1D 19")))
                .hasMessageMatching("hd44780: expected 14[0-9]{2} us more before this instruction.*");
    }

    @Test
    void theStartSequenceIsNeeded() {
        assertThatThrownBy(() -> new VirtualHd44780(16, 2, clock).write(hex("28 2C 28")))
                .hasMessage("hd44780: expected 3 three times before 2 but was 0 times");
    }

    @Test
    void ownCharactersAreKept() {
        VirtualHd44780 glass = started();
        clock.advance(2_000_000);
        nibble(glass, 0x4);
        nibble(glass, 0x8);
        for (int row = 0; row < 8; row++) {
            glass.write(hex("19 1D 19 89 8D 89"));
        }
        assertThat(glass.glyph(1)).isEqualTo(String.join("\n", java.util.Collections.nCopies(8, "##...")));
    }

    /** Five dots wide and eight high, with a free column and a free row between them. */
    private static String character(VirtualHd44780 glass, int row, int column) {
        var rows = new java.util.ArrayList<String>();
        for (int y = 0; y < 8; y++) {
            var text = new StringBuilder();
            for (int x = 0; x < 5; x++) {
                text.append(glass.lit(column * 6 + x, row * 9 + y) ? '#' : '.');
            }
            rows.add(text.toString());
        }
        return String.join(" ", rows);
    }

    @Test
    void aPictureOfTheGlassHasTheLettersOfItsRomAndItsOwnCharacters() {
        VirtualHd44780 glass = started();
        clock.advance(2_000_000);
        nibble(glass, 0x4);
        nibble(glass, 0x0);
        for (int row = 0; row < 8; row++) {
            glass.write(hex("19 1D 19 89 8D 89"));
        }
        nibble(glass, 0x8);
        nibble(glass, 0x0);
        glass.write(hex("69 6D 69 79 7D 79 09 0D 09 09 0D 09")); // g, the own character 0
        assertThat(character(glass, 0, 0)).isEqualTo("..... .#### #...# #...# .#### ....# .###. .....");
        assertThat(character(glass, 0, 1)).isEqualTo("##... ##... ##... ##... ##... ##... ##... ##...");
        assertThat(character(glass, 1, 15)).doesNotContain("#");
        assertThat(glass.lit(5, 0)).as("between two characters").isFalse();
        assertThat(glass.png()).startsWith(0x89, 'P', 'N', 'G');
        assertThat(HexFormat.of().formatHex(glass.png(), 16, 24)).isEqualTo("000001840000004c");
    }

    @Test
    void theFirstByteEndsInTheFurthestShiftRegister() {
        var bar = new VirtualHc595(16);
        bar.opened(1_000_000, 0);
        bar.transfer(hex("80 01"), new byte[2]);
        assertThat(bar.text()).isEqualTo("#..............#");
        bar.transfer(hex("FF 00 0F"), new byte[3]);
        assertThat(bar.text()).isEqualTo("####............");
        assertThatThrownBy(() -> bar.opened(1_000_000, 1)).hasMessageContaining("expected mode 0");
    }

    private static byte[] strip(String colours, int silence) {
        byte[] bytes = hex(colours);
        return java.util.Arrays.copyOf(bytes, bytes.length + silence);
    }

    @Test
    void pulsesOfTheDocumentationAreColours() {
        var strip = new VirtualWs2812(2);
        strip.opened(2_400_000, 0);
        byte[] out = strip("92 49 24 DB 6D B6 92 49 24", 90);
        strip.transfer(out, new byte[out.length]);
        assertThat(strip.text()).isEqualTo("ff0000 ......");
        assertThat(strip.colour(0)).isEqualTo(0xFF0000);
    }

    @Test
    void pulsesAtTheWrongRateAreRefused() {
        var strip = new VirtualWs2812(1);
        strip.opened(1_000_000, 0);
        byte[] out = strip("92 49 24 DB 6D B6 92 49 24", 90);
        assertThatThrownBy(() -> strip.transfer(out, new byte[out.length]))
                .hasMessage("ws2812: bit 0: expected high for 0.4 or 0.8 us but was 1.000 us");
    }

    @Test
    void aStripWithoutSilenceOrWithHalfAColourIsRefused() {
        var strip = new VirtualWs2812(1);
        strip.opened(2_400_000, 0);
        byte[] loud = strip("92 49 24 DB 6D B6 92 49 24", 10);
        assertThatThrownBy(() -> strip.transfer(loud, new byte[loud.length])).hasMessageContaining("280 us of silence");
        byte[] half = strip("92 49 24 DB 6D B6", 90);
        assertThatThrownBy(() -> strip.transfer(half, new byte[half.length])).hasMessageContaining("was 16 bits");
    }
}
