package org.pelvi4j.display.hd44780;

import org.pelvi4j.display.Words;
import org.pelvi4j.display.draw.Gauge;
import org.pelvi4j.display.draw.Marks;
import org.pelvi4j.display.draw.Shape;
import org.pelvi4j.display.draw.Stopping;
import org.pelvi4j.feedback.Goal;
import org.pelvi4j.feedback.Picture;
import org.pelvi4j.feedback.Plan;
import org.pelvi4j.feedback.State;
import org.pelvi4j.feedback.Word;

/** 16x2: shape, word, seconds, repetition; a gauge of 32 half cells under a goal lane. Source: SCREENS 8. Immutable. */
record Face16() implements Face {
    private static final Gauge GAUGE = new Gauge(16, 2);
    private static final int ADDRESS_STEP = 0x40;

    /** The bar that fills while the button is held to stop. */
    private static final int STOP_CELLS = 7;

    /** Own characters: 0 shape; level without goal; level under the goal; the summary's triangles. */
    private static final int HALF = 1;

    private static final int FULL = 2;
    private static final int GOAL_EMPTY = 3;
    private static final int UP = 6;
    private static final int DOWN = 7;

    @Override
    public Sheet sheet() {
        return new Sheet(16, 2);
    }

    @Override
    public int address(int row) {
        return row * ADDRESS_STEP;
    }

    @Override
    public void draw(Sheet sheet, Picture seen, Words words) {
        glyphs(sheet, seen);
        if (seen.state() == State.DONE) {
            done(sheet, seen, words);
            return;
        }
        head(sheet, seen, words);
        if (Stopping.is(seen)) {
            sheet.text(1, 0, words.text("stop.held"));
            int cells = (int) Math.round(Stopping.share(seen) * STOP_CELLS);
            for (int i = 0; i < cells; i++) {
                sheet.put(1, 16 - STOP_CELLS + i, FULL);
            }
            return;
        }
        switch (seen.state()) {
            case IDLE, CHECK, DONE, SETUP -> {}
            case READY -> sheet.text(1, 0, words.small(seen.message()));
            case NO_SIGNAL, PAUSED -> sheet.text(1, 0, words.text(seen.message()));
            case RESULT -> result(sheet, seen, words);
            case UNSEEN -> sheet.text(1, 0, "--  --  --  --");
            case SQUEEZE, HOLD, LET_GO, REST, SET_REST, WATCH -> {
                if (seen.byFeel()) {
                    String line = words.text("state.byfeel.line");
                    sheet.text(1, (GAUGE.cells() - line.length() + 1) / 2, line);
                } else {
                    gauge(sheet, seen);
                }
            }
        }
    }

    /** Turning solid rewrites three characters and no cell. */
    private static void glyphs(Sheet sheet, Picture seen) {
        String lane = seen.solid() ? "1F1F1F00" : "1F001F00";
        sheet.define(0, Glyph.of(Shape.of(seen.word()), seen.solid()));
        sheet.define(HALF, "000000001C1C1C1C");
        sheet.define(FULL, "000000001F1F1F1F");
        sheet.define(GOAL_EMPTY, lane + "00000000");
        sheet.define(GOAL_EMPTY + 1, lane + "1C1C1C1C");
        sheet.define(GOAL_EMPTY + 2, lane + "1F1F1F1F");
        sheet.define(UP, Glyph.TRIANGLE_UP);
        sheet.define(DOWN, Glyph.TRIANGLE_DOWN);
    }

    private static void head(Sheet sheet, Picture seen, Words words) {
        Shape shape = Shape.of(seen.word());
        boolean plain = shape == Shape.NONE || shape == Shape.DOTS;
        if (!plain) {
            sheet.put(0, 0, 0);
        }
        sheet.text(0, plain ? 0 : 1, Face.word(seen, words));
        String seconds = Face.seconds(seen);
        if (seen.state() == State.READY) {
            sheet.textEndingAt(0, 10, seconds);
        } else if (seen.word() == Word.NO_SIGNAL || seen.state() == State.SET_REST) {
            sheet.textEndingAt(0, 13, seconds);
        } else if (!seconds.isEmpty()) {
            sheet.textEndingAt(0, 13, seconds + "s");
        }
        if (seen.message().key().equals("hint.weak")) {
            sheet.put(0, 10, '?');
        }
        Plan plan = seen.progress().plan();
        int rep = seen.progress().rep() > 0 ? seen.progress().rep() : plan.reps();
        if (rep > 0 && seen.state() != State.CHECK && seen.state() != State.IDLE) {
            sheet.textEndingAt(0, 15, Integer.toString(rep % 100));
        }
    }

    private static void gauge(Sheet sheet, Picture seen) {
        Goal goal = seen.goal();
        int steps = Double.isNaN(seen.level()) ? 0 : GAUGE.steps(seen.level(), goal);
        for (int i = 0; i < GAUGE.cells(); i++) {
            int part = Math.max(0, Math.min(2, steps - 2 * i));
            boolean inGoal = goal != null && i >= GAUGE.first(goal) && i <= GAUGE.last(goal);
            int code = inGoal ? GOAL_EMPTY + part : part == 0 ? ' ' : HALF + part - 1;
            sheet.put(1, i, code);
        }
    }

    /** Held and let go as figures: the sentence has more letters than the row. */
    private static void result(Sheet sheet, Picture seen, Words words) {
        var figures = seen.message().arguments();
        if (figures.size() == 3) {
            sheet.put(1, 0, UP);
            sheet.text(1, 1, figures.get(0) + "/" + figures.get(1) + "s");
            sheet.put(1, 8, DOWN);
            sheet.text(1, 9, figures.get(2) + "s");
        } else {
            sheet.text(1, 0, words.text(seen.message()));
        }
    }

    private static void done(Sheet sheet, Picture seen, Words words) {
        Plan plan = seen.progress().plan();
        int judged = Marks.judged(seen.progress());
        String group = plan.group() > 0 ? words.text("group.small", plan.group(), plan.groups()) : "";
        if (judged == 0) {
            sheet.text(0, 0, Face.word(seen, words));
            sheet.text(1, 0, group);
            return;
        }
        String of = "/" + judged;
        String held = Marks.held(seen.progress()) + of;
        sheet.put(0, 0, UP);
        sheet.text(0, 1, held);
        sheet.put(0, held.length() + 2, DOWN);
        sheet.text(0, held.length() + 3, Marks.letGo(seen.progress()) + of);
        sheet.text(1, 0, group.isEmpty() ? Face.word(seen, words) : group);
    }
}
