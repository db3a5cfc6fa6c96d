package org.pelvi4j.display.terminal;

import java.util.ArrayList;
import java.util.List;
import org.pelvi4j.display.Words;
import org.pelvi4j.display.draw.Marks;
import org.pelvi4j.display.draw.Stopping;
import org.pelvi4j.feedback.Mark;
import org.pelvi4j.feedback.Picture;
import org.pelvi4j.feedback.Plan;
import org.pelvi4j.feedback.State;

/** Marks, the one message, and the lines that explain a state in place of the lanes. Immutable. */
final class NotesPart {
    private static final int ROOM_AT_80 = 12;

    /** The bar that fills while the button is held to stop. */
    private static final int STOP_CELLS = 20;

    private NotesPart() {}

    static void marks(Screen screen, Picture picture) {
        if (picture.progress().held().isEmpty()) {
            return;
        }
        int row = screen.layout().marks();
        int behind = marks(screen, row, screen.layout().lane(), picture, true);
        marks(screen, row, behind + 4, picture, false);
    }

    /** Draws one row of marks after its label; returns the column behind it. */
    static int marks(Screen screen, int row, int column, Picture picture, boolean held) {
        int room = ROOM_AT_80 + (screen.layout().width() - Layout.LEAST_COLUMNS) / 4;
        List<Mark> all = held ? picture.progress().held() : picture.progress().letGo();
        int at = screen.text(row, column, screen.words().text(held ? "marks.held" : "marks.letgo"), Style.PLAIN) + 2;
        for (Mark mark : Marks.around(all, picture.progress().rep(), room)) {
            screen.put(row, at, screen.glyphs().mark(mark), held ? Style.SQUEEZE : Style.LET_GO);
            at += 2;
        }
        return at;
    }

    static void message(Screen screen, Picture picture) {
        if (Stopping.is(picture)) {
            int row = screen.layout().message();
            int bar =
                    screen.text(row, screen.layout().lane(), screen.words().text(picture.message()) + " ", Style.BOLD);
            int filled = (int) Math.round(Stopping.share(picture) * STOP_CELLS);
            screen.repeat(row, bar, screen.glyphs().full(), filled, Style.BOLD);
            screen.repeat(row, bar + filled, screen.glyphs().mark(Mark.TO_COME), STOP_CELLS - filled, Style.PLAIN);
            return;
        }
        boolean saidElsewhere = picture.state() == State.NO_SIGNAL
                || picture.state() == State.RESULT
                || picture.state() == State.PAUSED; // its keys are in the border
        if (!saidElsewhere) {
            String message = screen.words().sentence(picture.message());
            screen.text(screen.layout().message(), screen.layout().lane(), message, Style.PLAIN);
        }
    }

    /** What is going to be practised, above the level. */
    static void plan(Screen screen, Picture picture) {
        Plan plan = picture.progress().plan();
        if (picture.state() == State.READY && picture.progress().rep() == 0 && plan.reps() > 0) {
            String work = Words.seconds(plan.workSeconds());
            String line = screen.words().text("plan.line", plan.reps(), work, Words.seconds(plan.restSeconds()));
            screen.text(screen.layout().earned(), screen.layout().lane(), line, Style.PLAIN);
        }
    }

    /** Lines in place of the lanes; none where the lanes are drawn. */
    static boolean lines(Screen screen, Picture picture) {
        List<String> lines = lines(screen.words(), picture);
        for (int i = 0; i < lines.size(); i++) {
            screen.text(screen.layout().earned() + i, screen.layout().lane(), lines.get(i), Style.PLAIN);
        }
        return !lines.isEmpty();
    }

    private static List<String> lines(Words words, Picture picture) {
        var lines = new ArrayList<String>();
        switch (picture.state()) {
            case NO_SIGNAL -> {
                lines.add(words.text("nosignal.long"));
                lines.add(words.sentence(picture.message()));
                if (picture.progress().plan().reps() > 0) {
                    lines.add(words.text("nosignal.wait"));
                }
                again(lines, words, picture);
            }
            case PAUSED -> {
                lines.add(words.text("nosignal.wait"));
                again(lines, words, picture);
            }
            case RESULT -> lines.add(words.text(picture.message()));
            default -> {}
        }
        return lines;
    }

    private static void again(List<String> lines, Words words, Picture picture) {
        if (picture.progress().again() > 0) {
            lines.add(words.text("rep.again", picture.progress().again()));
        }
    }
}
