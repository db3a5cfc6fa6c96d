package org.pelvi4j.display.hd44780;

import java.util.List;
import org.pelvi4j.display.Words;
import org.pelvi4j.display.draw.Gauge;
import org.pelvi4j.display.draw.Marks;
import org.pelvi4j.display.draw.Shape;
import org.pelvi4j.display.draw.Stopping;
import org.pelvi4j.feedback.Goal;
import org.pelvi4j.feedback.Picture;
import org.pelvi4j.feedback.Plan;
import org.pelvi4j.feedback.Progress;
import org.pelvi4j.feedback.State;
import org.pelvi4j.feedback.Word;

/** 20x4: cue, repetition, goal lane, level lane of 100 steps. Source: SCREENS 8. Immutable. */
record Face20() implements Face {
    private static final Gauge GAUGE = new Gauge(20, 5);
    private static final List<Integer> ADDRESSES = List.of(0x00, 0x40, 0x14, 0x54);

    /** Own characters: 0 shape, 1 to 5 so many columns, 6 goal, 7 the summary's second triangle. */
    private static final List<String> COLUMNS = List.of("10", "18", "1C", "1E", "1F");

    private static final int GOAL = 6;
    private static final int DOWN = 7;

    @Override
    public Sheet sheet() {
        return new Sheet(20, 4);
    }

    @Override
    public int address(int row) {
        return ADDRESSES.get(row);
    }

    @Override
    public void draw(Sheet sheet, Picture seen, Words words) {
        glyphs(sheet, seen);
        switch (seen.state()) {
            case IDLE -> {}
            case SETUP -> head(sheet, seen, words);
            case DONE -> done(sheet, seen, words);
            case READY -> {
                head(sheet, seen, words);
                ready(sheet, seen, words);
            }
            case NO_SIGNAL -> {
                head(sheet, seen, words);
                sheet.text(1, 0, words.sentence(seen.message()));
                again(sheet, 2, seen, words);
            }
            case PAUSED -> {
                head(sheet, seen, words);
                sheet.text(1, 0, words.text("pause.go"));
                sheet.text(2, 0, words.text("pause.stop"));
                again(sheet, 3, seen, words);
            }
            case RESULT -> {
                practice(sheet, seen, words);
                String text = words.text(seen.message());
                int cut = text.indexOf(", ");
                sheet.text(2, 0, cut < 0 ? text : text.substring(0, cut + 1));
                sheet.text(3, 0, cut < 0 ? "" : text.substring(cut + 2));
            }
            case CHECK, SQUEEZE, HOLD, LET_GO, REST, SET_REST, UNSEEN, WATCH -> {
                practice(sheet, seen, words);
                lanes(sheet, seen, words);
            }
        }
        if (Stopping.is(seen)) {
            stopping(sheet, seen, words);
        }
    }

    private static void stopping(Sheet sheet, Picture seen, Words words) {
        for (int i = 0; i < GAUGE.cells(); i++) {
            sheet.put(2, i, ' ');
            sheet.put(3, i, i < Math.round(Stopping.share(seen) * GAUGE.cells()) ? COLUMNS.size() : ' ');
        }
        sheet.text(2, 0, words.text("stop.held"));
    }

    private static void glyphs(Sheet sheet, Picture seen) {
        boolean done = seen.state() == State.DONE;
        sheet.define(0, done ? Glyph.TRIANGLE_UP : Glyph.of(Shape.of(seen.word()), seen.solid()));
        for (int i = 0; i < COLUMNS.size(); i++) {
            sheet.define(i + 1, COLUMNS.get(i).repeat(7) + "00");
        }
        sheet.define(GOAL, seen.solid() ? "1F1F1F1F1F1F1F00" : "1F00000000001F00");
        sheet.define(DOWN, Glyph.TRIANGLE_DOWN);
    }

    private static void head(Sheet sheet, Picture seen, Words words) {
        Shape shape = Shape.of(seen.word());
        if (shape != Shape.NONE && shape != Shape.DOTS) {
            sheet.put(0, 0, 0);
        }
        sheet.text(0, 2, Face.word(seen, words));
        String seconds = Face.seconds(seen);
        if (seen.word() == Word.NO_SIGNAL) {
            sheet.textEndingAt(0, 19, seconds);
        } else if (!seconds.isEmpty()) {
            sheet.textEndingAt(0, 16, seconds);
            sheet.text(0, 18, seconds.contains(":") ? "" : "s");
        }
    }

    private static void practice(Sheet sheet, Picture seen, Words words) {
        head(sheet, seen, words);
        Progress progress = seen.progress();
        String message = seen.message().key();
        if (message.equals("hint.weak") || message.equals("hint.place")) {
            sheet.text(1, 0, words.text(seen.message()));
        } else if (progress.rep() > 0) {
            sheet.text(
                    1, 0, words.text("rep.of", progress.rep(), progress.plan().reps()));
        }
    }

    private static void lanes(Sheet sheet, Picture seen, Words words) {
        if (seen.state() == State.UNSEEN) {
            sheet.text(3, 0, "--  --  --  --  --");
            return;
        }
        if (seen.byFeel()) {
            String line = words.text("state.byfeel.line");
            sheet.text(2, (GAUGE.cells() - line.length() + 1) / 2, line);
            return;
        }
        Goal goal = seen.goal();
        if (goal != null) {
            for (int i = GAUGE.first(goal); i <= GAUGE.last(goal); i++) {
                sheet.put(2, i, GOAL);
            }
        }
        if (!Double.isNaN(seen.level())) {
            int steps = GAUGE.steps(seen.level(), goal);
            for (int i = 0; i < GAUGE.cells() && steps > i * 5; i++) {
                sheet.put(3, i, Math.min(5, steps - i * 5));
            }
        }
    }

    private static void ready(Sheet sheet, Picture seen, Words words) {
        Plan plan = seen.progress().plan();
        if (seen.progress().rep() > 0) {
            sheet.text(1, 0, words.text("rep.of", seen.progress().rep(), plan.reps()));
        } else if (plan.reps() > 0) {
            sheet.text(1, 0, words.text("plan.reps", plan.reps()));
        }
        sheet.text(3, 0, words.sentence(seen.message()));
    }

    private static void again(Sheet sheet, int row, Picture seen, Words words) {
        if (seen.progress().again() > 0) {
            sheet.text(row, 0, words.text("rep.again", seen.progress().again()));
        }
    }

    private static void done(Sheet sheet, Picture seen, Words words) {
        Progress progress = seen.progress();
        int judged = Marks.judged(progress);
        String of = " / " + judged;
        sheet.text(0, 0, seen.word() == Word.ENOUGH ? words.text("state.enough") : Face.word(seen, words));
        if (judged > 0) {
            sheet.put(1, 0, 0);
            sheet.text(1, 2, words.text("sum.held"));
            sheet.textEndingAt(1, 19, Marks.held(progress) + of);
            sheet.put(2, 0, DOWN);
            sheet.text(2, 2, words.small("sum.letgo"));
            sheet.textEndingAt(2, 19, Marks.letGo(progress) + of);
        }
        Plan plan = progress.plan();
        sheet.text(
                3,
                0,
                plan.group() > 0 ? words.text("sum.group", plan.group(), plan.groups()) : words.text(seen.message()));
    }
}
