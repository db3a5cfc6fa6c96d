package org.pelvi4j.display.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.display.SetupPages;
import org.pelvi4j.display.Words;
import org.pelvi4j.feedback.Message;
import org.pelvi4j.feedback.SetupPage;
import org.pelvi4j.feedback.Verdict;
import org.pelvi4j.feedback.Word;

/** The set-up as the physiotherapist sees it. Source of the mock-ups: SCREENS 11, its ticks put to scale. */
class SetupScreenTest {
    private static final TerminalLook LOOK =
            new TerminalLook(TerminalLook.Colours.MANY, false, EnumSet.allOf(TerminalKey.class));

    private final FakeTerminal terminal = new FakeTerminal(80, 24);

    private List<String> show(SetupPage page, TerminalLook look, Words words) throws BusException {
        TerminalDisplay.on(terminal, look, words).show(SetupPages.picture(Word.REST, 38, page), 0);
        return terminal.text().lines().toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void theMockUpsAreDrawnToTheCell(int number) throws Exception {
        List<String> golden = golden(number);
        List<String> drawn = show(SetupPages.all().get(number), LOOK, Words.english());
        assertThat(drawn.subList(0, golden.size())).isEqualTo(golden);
        assertThat(drawn.subList(golden.size(), 23)).allMatch(row -> row.matches("│ {78}│"));
        assertThat(drawn.get(23))
                .isEqualTo("╰─ enter accept ── r measure again ── 4 a fourth try ── b back ── q leave ─────╯");
    }

    private static List<String> golden(int number) throws Exception {
        var pages = new ArrayList<List<String>>();
        for (String line : TerminalDisplayTest.resource("setup-80.txt").lines().toList()) {
            if (line.startsWith("╭")) {
                pages.add(new ArrayList<>());
            }
            pages.get(pages.size() - 1).add(line);
        }
        return pages.get(number);
    }

    @Test
    void nothingLeavesTheFrameInAnyLanguageAndTheVerdictsStandInOneColumn() throws Exception {
        for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            for (SetupPage page : SetupPages.all()) {
                List<String> drawn = show(page, LOOK, Words.in(language));
                assertThat(drawn).allMatch(row -> row.length() == 80);
                assertThat(drawn.subList(1, 23)).allMatch(row -> row.startsWith("│") && row.endsWith("│"));
            }
        }
        assertThat(show(SetupPages.sensor(), LOOK, Words.in(Locale.GERMAN)).get(5))
                .contains("Fläche 2: Widerstand hoch")
                .contains("PRÜFEN");
    }

    @Test
    void everyRemedyAndEveryFindingIsReadToItsLastWordInAnyLanguage() throws Exception {
        for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            Words words = Words.in(language);
            for (String key : words.keys()) {
                if (key.startsWith("setup.") && (key.endsWith(".remedy") || key.endsWith(".text"))) {
                    var said = new Message(key, List.of("1000.0", "1000", "20", "0.9"));
                    Message label = new Message("setup.contact", List.of());
                    var page = new SetupPage(
                            1,
                            10,
                            Message.NONE,
                            List.of(new SetupPage.Fact(label, said, Verdict.LOOK, said)),
                            List.of());
                    String drawn = String.join(" ", show(page, LOOK, words));
                    String twice = drawn.replaceAll("[ │]+", " ").replace(words.text("verdict.look") + " ", "");
                    String once = words.text(said).replaceAll(" +", " ");
                    assertThat(twice).contains(once + " " + once);
                }
            }
        }
    }

    /** Pressure has longer units than EMG: the axis keeps clear of the frame, and cells of each other. */
    @Test
    void longUnitsHaveTheirRoom() throws Exception {
        Message none = new Message("setup.literal", List.of(""));
        Message cell = new Message("setup.literal", List.of("44.2 cmH2O"));
        Message label = new Message("setup.try", List.of("1"));
        var page = new SetupPage(
                5,
                10,
                none,
                List.of(
                        new SetupPage.Strip(List.of(20.0, 40.0), 40, "cmH2O", none, 0, 0),
                        new SetupPage.Cells(label, List.of(cell, cell, cell, cell))),
                List.of());
        List<String> drawn = show(page, LOOK, Words.english());
        assertThat(drawn.get(1)).startsWith("│ 40 cmH2O ┤");
        assertThat(drawn.get(2)).startsWith("│  0 cmH2O ┤");
        assertThat(drawn.get(4))
                .isEqualTo("│  try 1     44.2 cmH2O  44.2 cmH2O  44.2 cmH2O  44.2 cmH2O                    │");
    }

    @Test
    void inAsciiThereIsNothingElse() throws Exception {
        for (SetupPage page : SetupPages.all()) {
            assertThat(show(page, LOOK.inAscii(), Words.english()))
                    .allMatch(row -> row.matches("[\\x20-\\x7E&&[^?]]*"));
        }
    }

    @Test
    void linesModeTellsEachStepAndEachVerdictOnce() throws Exception {
        var out = new StringBuilder();
        LinesDisplay lines = LinesDisplay.to(out, Words.english());
        for (int i = 0; i < 20; i++) {
            lines.show(SetupPages.picture(Word.REST, 38 - i, SetupPages.rest()), 0);
        }
        lines.show(SetupPages.picture(Word.SQUEEZE, 5, SetupPages.strongest()), 0);
        assertThat(out.toString().lines())
                .containsExactly(
                        "    0.0 set up    step 5 of 10: rest, 60 s",
                        "    0.0 set up    Now: breathe quietly. Nothing else to do. 38 s left",
                        "    0.0 set up    rest 2.1 uV   spread 0.3   breathing swing 0.4   drift 0.1 per 20 s",
                        "    0.0 set up    step 8 of 10: strongest squeeze, 3 tries",
                        "    0.0 set up    peak  best 3 s  rise  let go",
                        "    0.0 set up    try 1  31 uV  26 uV  0.5 s  0.9 s",
                        "    0.0 set up    try 2  34 uV  29 uV  0.4 s  1.4 s",
                        "    0.0 set up    try 3  33 uV  28 uV  0.4 s  1.0 s",
                        "    0.0 set up    used mean of the best two: 28.5 uV = 100",
                        "    0.0 set up    tries differ by 10 %, limit 20 %: ok",
                        "    0.0 set up    strongest - rest = 26.4 uV = 88 x rest spread, needs 4: ok",
                        "    0.0 set up    one channel: cannot tell a lift from a push    you judged:  [lift]");
    }
}
