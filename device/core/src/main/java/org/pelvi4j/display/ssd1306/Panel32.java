package org.pelvi4j.display.ssd1306;

import java.util.HexFormat;
import java.util.Locale;
import org.pelvi4j.display.Words;
import org.pelvi4j.display.draw.Bits;
import org.pelvi4j.display.draw.Font;
import org.pelvi4j.display.draw.Marks;
import org.pelvi4j.display.draw.Shape;
import org.pelvi4j.display.draw.Shapes;
import org.pelvi4j.feedback.Picture;
import org.pelvi4j.feedback.Progress;
import org.pelvi4j.feedback.State;

/** 128x32. Source: SCREENS 8, and its picture oled-128x32. Immutable. */
record Panel32() implements Panel {
    private static final String WAKE = "AED580A81FD300408D142000A1C8DA02818FD9F1DB40A4A62EAF";
    private static final int WORD_LEFT = 20;

    /** Cue words at most this long with two-figure seconds. Source: SCREENS 8. */
    private static final int WORD_ROOM = 7;

    private static final int SHAPE = 14;
    private static final int GAUGE_TOP = 16;

    @Override
    public int height() {
        return 32;
    }

    @Override
    public byte[] wake() {
        return HexFormat.of().parseHex(WAKE);
    }

    @Override
    public void draw(Bits bits, Picture seen, Words words) {
        switch (seen.state()) {
            case IDLE -> {}
            case SETUP -> head(bits, seen, words, WORD_ROOM);
            case DONE -> done(bits, seen, words);
            case CHECK, READY -> {
                Font.writeDoubled(bits, 0, 0, Panel.word(seen, words, 10));
                seconds(bits, seen);
                ready(bits, seen, words);
            }
            case NO_SIGNAL -> {
                head(bits, seen, words, 9);
                noSignal(bits, seen, words);
            }
            case PAUSED -> {
                head(bits, seen, words, 9);
                Font.write(bits, 0, 16, words.text("pause.go"));
                Font.write(bits, 0, 24, words.text("pause.stop"));
            }
            case RESULT -> {
                head(bits, seen, words, WORD_ROOM);
                var lines = Panel.halves(words.text(seen.message()));
                for (int i = 0; i < lines.size(); i++) {
                    Font.write(bits, 0, 16 + 8 * i, lines.get(i));
                }
            }
            case SQUEEZE, HOLD, LET_GO, REST, SET_REST, UNSEEN, WATCH -> {
                head(bits, seen, words, WORD_ROOM);
                GaugeBand.draw(bits, GAUGE_TOP, seen, words);
            }
        }
        GaugeBand.stopping(bits, GAUGE_TOP, seen, words);
    }

    private static void head(Bits bits, Picture seen, Words words, int room) {
        Panel.shape(bits, 0, 0, SHAPE, seen);
        Font.writeDoubled(bits, WORD_LEFT, 0, Panel.word(seen, words, room));
        seconds(bits, seen);
    }

    private static void seconds(Bits bits, Picture seen) {
        int left = seen.secondsLeft();
        if (left >= 0) {
            String figures = seen.state() == State.SET_REST || left > 99
                    ? String.format(Locale.ROOT, "%d:%02d", left / 60 % 10, left % 60)
                    : Integer.toString(left);
            Font.writeDoubled(bits, 130 - figures.length() * 2 * Font.ADVANCE, 0, figures);
        }
    }

    private static void ready(Bits bits, Picture seen, Words words) {
        Progress progress = seen.progress();
        if (progress.rep() > 0) {
            Font.write(bits, 0, 20, words.sentence(seen.message()));
        } else if (progress.plan().reps() > 0) {
            String reps = words.text("plan.reps", progress.plan().reps());
            Font.write(bits, 0, 20, reps + "  " + Panel.minutes(seen, words));
        }
    }

    private static void noSignal(Bits bits, Picture seen, Words words) {
        String hint = words.small(seen.message());
        Font.write(bits, 0, 17, hint.endsWith("?") ? hint : hint + ".");
        if (seen.progress().again() > 0) {
            Font.write(bits, 0, 25, words.text("rep.again", seen.progress().again()));
        }
    }

    private static void done(Bits bits, Picture seen, Words words) {
        Progress progress = seen.progress();
        int judged = Marks.judged(progress);
        if (judged == 0) {
            Font.writeDoubled(bits, 0, 0, Panel.word(seen, words, 10));
            return;
        }
        String of = "/" + judged;
        half(bits, 0, Shape.UP, words.text("sum.held"), Marks.held(progress) + of);
        half(bits, 68, Shape.DOWN, words.small("sum.letgo"), Marks.letGo(progress) + of);
    }

    private static void half(Bits bits, int left, Shape shape, String caption, String count) {
        bits.draw(Shapes.draw(shape, true, new Shapes.Box(7, 7), 1), left, 1);
        Font.write(bits, left + 10, 1, caption);
        Font.writeDoubled(bits, left, 14, count);
    }
}
