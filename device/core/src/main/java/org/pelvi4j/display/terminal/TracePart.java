package org.pelvi4j.display.terminal;

import org.pelvi4j.display.draw.Gauge;
import org.pelvi4j.feedback.Ahead;
import org.pelvi4j.feedback.Picture;
import org.pelvi4j.feedback.State;

/** The last 24 s and the template of the next 12 s, scrolling by whole columns. Source: SCREENS 9. Confined to one thread. */
final class TracePart {
    private static final int EIGHTHS = 8;

    private final Trace trace = new Trace();

    /** Remembers a picture's level, hidden or not. */
    void remember(Picture picture) {
        trace.add(picture);
    }

    void draw(Screen screen, Picture picture) {
        Layout layout = screen.layout();
        int past = Math.round(layout.laneWidth() * 2f / 3) + 1;
        long columnNanos = (long) (Trace.PAST_SECONDS * 1e9 / (past - 1));
        int now = layout.lane() + past;
        for (int row = layout.traceTop(); row < layout.axis(); row++) {
            screen.put(row, now, screen.glyphs().now(), Style.PLAIN);
        }
        long column = Math.floorDiv(picture.atNanos(), columnNanos);
        for (int back = 0; back < past; back++) {
            long from = (column - back) * columnNanos;
            int hiddenRep = picture.byFeel() ? picture.progress().rep() : 0;
            past(screen, now - 1 - back, trace.mean(from, from + columnNanos, hiddenRep));
        }
        for (int ahead = 0; now + ahead < layout.lane() + layout.laneWidth(); ahead++) {
            double inSeconds = ((column + 1 + ahead) * columnNanos + columnNanos / 2 - picture.atNanos()) * 1e-9;
            template(screen, now + ahead, picture, inSeconds);
        }
        axis(screen, now, picture.state() != State.WATCH);
    }

    private static void past(Screen screen, int column, double level) {
        if (Double.isNaN(level)) {
            return;
        }
        Layout layout = screen.layout();
        int eighths = (int) Math.max(1, Math.round(Gauge.share(level) * layout.traceRows() * EIGHTHS));
        for (int row = layout.axis() - 1; eighths > 0; row--, eighths -= EIGHTHS) {
            screen.put(row, column, screen.glyphs().fromBelow(Math.min(EIGHTHS, eighths)), Style.PLAIN);
        }
    }

    private static void template(Screen screen, int column, Picture picture, double inSeconds) {
        for (Ahead ahead : picture.ahead()) {
            double into = inSeconds - ahead.inSeconds();
            if (into < 0 || into >= ahead.seconds()) {
                continue;
            }
            Style style = ahead.work() ? Style.SQUEEZE : Style.LET_GO;
            if (Gauge.isHome(ahead.goal())) {
                screen.put(screen.layout().axis() - 1, column, '_', style);
                continue;
            }
            screen.put(row(screen, ahead.goal().low()), column, screen.glyphs().horizontal(), style);
            if (!Double.isNaN(ahead.goal().high())) {
                screen.put(
                        row(screen, ahead.goal().high()),
                        column,
                        screen.glyphs().horizontal(),
                        style);
            }
        }
    }

    private static int row(Screen screen, double level) {
        int rows = screen.layout().traceRows();
        return screen.layout().axis() - 1 - Math.min(rows - 1, (int) (Gauge.share(level) * rows));
    }

    private static void axis(Screen screen, int now, boolean guided) {
        Layout layout = screen.layout();
        screen.text(layout.axis(), layout.lane(), screen.words().text("trace.ago", 24), Style.PLAIN);
        screen.textEndingAt(layout.axis(), now - 1, screen.words().text("trace.now"), Style.PLAIN);
        if (!guided) {
            return;
        }
        int end = layout.lane() + layout.laneWidth() - 2;
        screen.textEndingAt(layout.axis(), end, screen.words().text("trace.in", 12), Style.PLAIN);
    }
}
