package org.pelvi4j.display.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.display.Pictures;
import org.pelvi4j.display.Words;

/** The goal on the live screen: hollow or filled, and an edge that never lies. Source: SCREENS 2. */
class TerminalGoalTest {
    private final FakeTerminal terminal = new FakeTerminal(80, 24);
    private final TerminalDisplay display =
            TerminalDisplay.on(terminal, new TerminalLook(TerminalLook.Colours.MANY, false, Set.of()), Words.english());

    private void show(Pictures picture) throws BusException {
        display.show(picture.picture(), 0);
    }

    @ParameterizedTest(name = "{0} columns, level {1}")
    @CsvSource({
        "80,39,false",
        "80,40,true",
        "80,39.99,false",
        "100,39,false",
        "100,40,true",
        "120,39,false",
        "120,40,true"
    })
    void theFirstCellOfTheGoalIsLitExactlyInTheGoal(int columns, double level, boolean lit) throws BusException {
        terminal.resize(columns, 24);
        show(Pictures.squeeze(level));
        int first = terminal.line(9).indexOf('[');
        assertThat(terminal.line(10).length() > first && terminal.line(10).charAt(first) != ' ')
                .isEqualTo(lit);
    }

    @ParameterizedTest(name = "{0} columns, level {1}")
    @CsvSource({
        "80,10,false",
        "80,11,true",
        "80,10.01,true",
        "100,10,false",
        "100,11,true",
        "120,10,false",
        "120,11,true"
    })
    void theCellBehindHomeIsLitExactlyWhenNotHome(int columns, double level, boolean lit) throws BusException {
        terminal.resize(columns, 24);
        show(Pictures.letGo(level));
        int behind = terminal.line(9).indexOf(']') + 1;
        assertThat(terminal.line(10).charAt(behind) != ' ').isEqualTo(lit);
    }

    @Test
    void aGoalThatIsAskedForIsHollowAndOneThatIsReachedIsFilled() throws BusException {
        show(Pictures.squeeze(28));
        assertThat(terminal.line(9)).contains("[      ").doesNotContain("█");
        show(Pictures.hold(62));
        assertThat(terminal.line(9)).contains("[███");
        show(Pictures.letGo(45));
        assertThat(terminal.line(9)).contains("[  ").contains("  ]").doesNotContain("█");
        show(Pictures.rest(3));
        assertThat(terminal.line(9)).contains("[██").contains("██]");
    }
}
