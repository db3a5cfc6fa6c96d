package org.pelvi4j.display.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.pelvi4j.display.Words;
import org.pelvi4j.feedback.Mark;

/** What the keys do and what the signs mean, where the lanes and the trace are otherwise. Immutable. */
final class HelpPart {
    private HelpPart() {}

    static void draw(Screen screen, Set<TerminalKey> keys) {
        Words words = screen.words();
        var lines = new ArrayList<String>();
        for (TerminalKey key : TerminalKey.values()) {
            if (keys.contains(key)) {
                lines.add(words.text(
                        key == TerminalKey.STOP && !keys.contains(TerminalKey.PAUSE) ? "help.leave" : text(key)));
            }
        }
        lines.add("");
        lines.add(words.text("help.hollow"));
        lines.add(words.text("help.marks", marks(screen).toArray()));
        for (int i = 0;
                i < lines.size()
                        && screen.layout().earned() + i < screen.layout().marks();
                i++) {
            screen.text(screen.layout().earned() + i, screen.layout().lane(), lines.get(i), Style.PLAIN);
        }
    }

    private static List<Character> marks(Screen screen) {
        var signs = new ArrayList<Character>();
        for (Mark mark : List.of(Mark.DONE, Mark.NOT_DONE, Mark.TO_COME, Mark.NOT_JUDGED)) {
            signs.add(screen.glyphs().mark(mark));
        }
        return signs;
    }

    private static String text(TerminalKey key) {
        return switch (key) {
            case PAUSE -> "help.pause";
            case STOP -> "help.stop";
            case SOUND -> "help.sound";
            case VIEW -> "help.view";
            case HELP -> "help.help";
        };
    }
}
