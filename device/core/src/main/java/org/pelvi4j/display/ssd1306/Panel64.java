package org.pelvi4j.display.ssd1306;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.pelvi4j.display.Words;
import org.pelvi4j.display.draw.Bits;
import org.pelvi4j.display.draw.Digits;
import org.pelvi4j.display.draw.Font;
import org.pelvi4j.display.draw.Marks;
import org.pelvi4j.display.draw.Shape;
import org.pelvi4j.display.draw.Shapes;
import org.pelvi4j.display.draw.Wrapped;
import org.pelvi4j.feedback.Mark;
import org.pelvi4j.feedback.Picture;
import org.pelvi4j.feedback.Progress;
import org.pelvi4j.feedback.State;
import org.pelvi4j.feedback.Word;

/** 128x64. Source: SCREENS 8, and its picture oled-128x64. Immutable. */
record Panel64() implements Panel {
    private static final String WAKE = "AED580A83FD300408D142000A1C8DA1281CFD9F1DB40A4A62EAF";
    private static final int WORD_ROOM = 10;
    private static final int MIDDLE = 18;
    private static final int SHAPE_LEFT = 46;
    private static final int SHAPE = 28;
    private static final int SIDE_LEFT = 84;
    private static final int SIDE_ROOM = 7;
    private static final int LINE_ROOM = 21;
    private static final int GAUGE_TOP = 48;
    private static final int MARKS_LEFT = 81;
    private static final int MARKS_SHOWN = 12;

    /** What is said in place of the marks, while it is so. */
    private static final Set<String> BESIDE = Set.of("hint.weak", "hint.place");

    @Override
    public int height() {
        return 64;
    }

    @Override
    public byte[] wake() {
        return HexFormat.of().parseHex(WAKE);
    }

    @Override
    public void draw(Bits bits, Picture seen, Words words) {
        Font.writeDoubled(bits, 0, 0, Panel.word(seen, words, WORD_ROOM));
        switch (seen.state()) {
            case IDLE, CHECK -> {}
            case SETUP -> {
                seconds(bits, seen);
                Panel.shape(bits, SHAPE_LEFT, MIDDLE, SHAPE, seen);
            }
            case READY -> ready(bits, seen, words);
            case PAUSED -> paused(bits, seen, words);
            case NO_SIGNAL -> noSignal(bits, seen, words);
            case DONE -> done(bits, seen, words);
            case RESULT -> {
                cue(bits, seen, words);
                List<String> halves = Panel.halves(words.text(seen.message()));
                for (int i = 0; i < halves.size(); i++) {
                    Font.write(bits, 0, GAUGE_TOP + i * 8, halves.get(i));
                }
            }
            case SQUEEZE, HOLD, LET_GO, REST, SET_REST, UNSEEN, WATCH -> {
                cue(bits, seen, words);
                GaugeBand.draw(bits, GAUGE_TOP, seen, words);
            }
        }
        GaugeBand.stopping(bits, GAUGE_TOP, seen, words);
    }

    private static void cue(Bits bits, Picture seen, Words words) {
        seconds(bits, seen);
        if (seen.state() != State.SET_REST) {
            Panel.shape(bits, SHAPE_LEFT, MIDDLE, SHAPE, seen);
        }
        rep(bits, seen.progress());
        if (BESIDE.contains(seen.message().key())) {
            side(bits, words.small(seen.message()), 34, 8);
        } else {
            marks(bits, seen.progress());
        }
    }

    private static void seconds(Bits bits, Picture seen) {
        int left = seen.secondsLeft();
        String figures = left < 0 ? seen.word() == Word.NO_SIGNAL ? "--" : "" : Integer.toString(Math.min(left, 99));
        if (left >= 0 && (seen.state() == State.SET_REST || left > 99)) {
            figures = String.format(Locale.ROOT, "%d:%02d", left / 60 % 10, left % 60);
        }
        int x = 0;
        for (int i = 0; i < figures.length(); i++) {
            boolean colon = figures.charAt(i) == ':';
            bits.draw(Digits.draw(figures.charAt(i), new Shapes.Box(colon ? 4 : 16, 28), 4), x, MIDDLE);
            x += colon ? 8 : 20;
        }
    }

    private static void rep(Bits bits, Progress progress) {
        if (progress.rep() > 0) {
            String of = "/" + progress.plan().reps();
            String rep = Integer.toString(progress.rep());
            int left = 129 - of.length() * Font.ADVANCE;
            Font.write(bits, left, MIDDLE + 7, of);
            Font.writeDoubled(bits, left - rep.length() * 2 * Font.ADVANCE, MIDDLE, rep);
        }
    }

    private static void marks(Bits bits, Progress progress) {
        marks(bits, Marks.around(progress.held(), progress.rep(), MARKS_SHOWN), 35);
        marks(bits, Marks.around(progress.letGo(), progress.rep(), MARKS_SHOWN), 42);
    }

    private static void marks(Bits bits, List<Mark> marks, int top) {
        for (int i = 0; i < marks.size(); i++) {
            int left = MARKS_LEFT + 4 * i;
            switch (marks.get(i)) {
                case DONE -> bits.fill(left, top, left + 2, top + 4);
                case NOT_DONE -> bits.fill(left, top + 4, left + 2, top + 4);
                case TO_COME -> bits.set(left + 1, top + 4);
                case NOT_JUDGED -> bits.fill(left, top + 2, left + 2, top + 2);
            }
        }
    }

    private static void side(Bits bits, String text, int top, int step) {
        List<String> lines = Wrapped.lines(text, SIDE_ROOM);
        for (int i = 0; i < Math.min(3, lines.size()); i++) {
            Font.write(bits, SIDE_LEFT, top + i * step, lines.get(i));
        }
    }

    private static void lines(Bits bits, String text, int top) {
        List<String> lines = Wrapped.lines(text, LINE_ROOM);
        for (int i = 0; i < Math.min(2, lines.size()); i++) {
            Font.write(bits, 0, top + i * 8, lines.get(i));
        }
    }

    private static void ready(Bits bits, Picture seen, Words words) {
        seconds(bits, seen);
        for (int i = 0; i < 3; i++) {
            int left = SHAPE_LEFT + 10 * i;
            bits.fill(left, 28, left + 5, 33);
        }
        if (seen.progress().rep() > 0) {
            rep(bits, seen.progress());
            marks(bits, seen.progress());
        } else if (seen.progress().plan().reps() > 0) {
            Font.write(
                    bits, 82, 22, words.text("plan.reps", seen.progress().plan().reps()));
            Font.write(bits, 82, 34, Panel.minutes(seen, words));
        }
        lines(bits, words.sentence(seen.message()), 50);
    }

    private static void paused(Bits bits, Picture seen, Words words) {
        Panel.shape(bits, 0, MIDDLE, SHAPE, seen);
        Font.write(bits, SHAPE_LEFT, 20, words.text("pause.go"));
        Font.write(bits, SHAPE_LEFT, 34, words.text("pause.stop"));
        again(bits, seen, words, 56);
    }

    private static void noSignal(Bits bits, Picture seen, Words words) {
        seconds(bits, seen);
        Panel.shape(bits, SHAPE_LEFT, MIDDLE, SHAPE, seen);
        side(bits, words.small(seen.message()), 22, 10);
        again(bits, seen, words, 50);
    }

    private static void again(Bits bits, Picture seen, Words words, int top) {
        if (seen.progress().again() > 0) {
            Font.write(bits, 0, top, words.text("rep.again", seen.progress().again()));
        }
    }

    private static void caption(Bits bits, int top, String text) {
        Font.write(bits, Math.min(88, 129 - text.length() * Font.ADVANCE), top, text);
    }

    private static void done(Bits bits, Picture seen, Words words) {
        Progress progress = seen.progress();
        int judged = Marks.judged(progress);
        if (judged > 0) {
            String of = "/" + judged;
            var box = new Shapes.Box(14, 14);
            bits.draw(Shapes.draw(Shape.UP, true, box, 2), 0, 18);
            bits.draw(Shapes.draw(Shape.DOWN, true, box, 2), 0, 36);
            Font.writeDoubled(bits, 20, 18, Marks.held(progress) + of);
            Font.writeDoubled(bits, 20, 36, Marks.letGo(progress) + of);
            caption(bits, 22, words.small("sum.held"));
            caption(bits, 40, words.small("sum.letgo"));
        }
        String group = progress.plan().group() > 0
                ? words.text(
                        "sum.group", progress.plan().group(), progress.plan().groups())
                : words.text(seen.message());
        Font.write(bits, 0, 56, group);
    }
}
