package org.pelvi4j.sim.plot;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.pelvi4j.sim.body.Body;
import org.pelvi4j.sim.plot.Sheet.Anchor;
import org.pelvi4j.sim.plot.Sheet.Box;
import org.pelvi4j.sim.plot.Sheet.Size;
import org.pelvi4j.sim.plot.Sheet.Style;
import org.pelvi4j.sim.rehearsal.Tape;
import org.pelvi4j.sim.rehearsal.Tape.Row;

/** The rows of a figure that are curves: signal, envelope, effort. Confined to one thread. */
final class Curves {
    /** What is rarer than this may lie beyond the edge, or a spike would flatten all else. */
    private static final double BEYOND = 0.001;

    private static final Style NUMBER = new Style(Size.SMALL, Anchor.END, Ink.GREY);
    private static final double NAME_X = 16;

    private final Sheet sheet;
    private final Tape tape;
    private final double seconds;

    /**
     * Where the level should be for a while. Immutable.
     *
     * @param fromSeconds when it begins
     * @param untilSeconds when it ends
     * @param low the least effort
     * @param high the greatest; NaN when it is open
     */
    record Goal(double fromSeconds, double untilSeconds, double low, double high) {}

    Curves(Sheet sheet, Tape tape, double seconds) {
        this.sheet = sheet;
        this.tape = tape;
        this.seconds = seconds;
    }

    private static double unit(boolean emg) {
        return emg ? 1 : 1 / Body.PASCAL_PER_CMH2O;
    }

    private static String word(boolean emg) {
        return emg ? "µV" : "cmH2O";
    }

    void signal(Box place, boolean emg) {
        Span span = span(place, unit(emg), Row.LEAST, Row.MOST);
        frame(span, "signal", word(emg));
        for (double[] xy : band(span, unit(emg))) {
            sheet.area(xy, Ink.SIGNAL);
        }
        if (!emg) {
            curve(span, Row.MOST, unit(false), Ink.SIGNAL);
        }
    }

    void envelope(Box place, boolean emg) {
        Span span = span(place, unit(emg), Row.ENVELOPE, Row.ENVELOPE);
        frame(span, "envelope", word(emg) + (emg ? " RMS" : ""));
        curve(span, Row.ENVELOPE, unit(emg), Ink.BLACK);
    }

    void effort(Box place, List<Goal> goals) {
        var span = new Span(place, seconds, -10, 120);
        for (Goal goal : goals) {
            double top = span.y(Double.isNaN(goal.high()) ? 120 : 100 * goal.high());
            Box box = span.between(goal.fromSeconds(), goal.untilSeconds());
            sheet.fill(new Box(box.x(), top, box.width(), span.y(100 * goal.low()) - top), Ink.ASKED_PALE);
        }
        frame(span, "effort", "% of maximum");
        legend(place.y() + 60, "goal", Ink.ASKED);
        legend(place.y() + 80, "really", Ink.TRUE);
        legend(place.y() + 100, "shown", Ink.FOUND);
        curve(span, Row.TRUTH, 100, Ink.TRUE);
        curve(span, Row.LEVEL, 100, Ink.FOUND);
    }

    private void legend(double y, String word, Ink ink) {
        sheet.fill(new Box(NAME_X, y - 9, 14, 10), ink);
        sheet.text(word, NAME_X + 20, y, new Style(Size.SMALL, Anchor.START, Ink.BLACK));
    }

    /** Name, numbers at the left, lines across. */
    private void frame(Span span, String name, String unit) {
        Box place = span.place();
        sheet.text(name, NAME_X, place.y() + 18, new Style(Size.PLAIN, Anchor.START, Ink.BLACK));
        sheet.text(unit, NAME_X, place.y() + 34, new Style(Size.SMALL, Anchor.START, Ink.GREY));
        double step = Span.step(span.high() - span.low(), 4);
        double right = place.x() + place.width();
        for (double mark = Math.ceil(span.low() / step) * step; mark <= span.high(); mark += step) {
            double y = span.y(mark);
            sheet.line(new double[] {place.x(), y, right, y}, Ink.PALE, 1);
            String number = String.format(Locale.ROOT, step < 1 ? "%.1f" : "%.0f", mark == 0 ? 0.0 : mark);
            sheet.text(number, place.x() - 6, y + 4, NUMBER);
        }
        sheet.line(new double[] {place.x(), place.y(), place.x(), span.bottom()}, Ink.GREY, 1);
    }

    /** A span that holds all but the rarest values, with a little room. */
    private Span span(Box place, double unit, Row least, Row most) {
        double low = quantile(least, BEYOND) * unit;
        double high = quantile(most, 1 - BEYOND) * unit;
        if (!(high > low)) {
            low = Double.isNaN(low) ? 0 : low - 1;
            high = low + 2;
        }
        double room = 0.06 * (high - low);
        return new Span(place, seconds, low - room, high + room);
    }

    private double quantile(Row row, double share) {
        double[] values = new double[tape.columns()];
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            double value = tape.get(row, i);
            if (!Double.isNaN(value)) {
                values[count++] = value;
            }
        }
        if (count == 0) {
            return Double.NaN;
        }
        Arrays.sort(values, 0, count);
        return values[(int) Math.round(share * (count - 1))];
    }

    /** The areas between least and greatest, one per piece without a gap, a point per pixel. */
    private List<double[]> band(Span span, double unit) {
        var pieces = new Pieces();
        each(span, (x, from, until) -> {
            double low = edge(Row.LEAST, from, until, false) * unit;
            double high = edge(Row.MOST, from, until, true) * unit;
            if (Double.isNaN(low)) {
                pieces.cut();
            } else {
                double lower = span.y(low);
                double upper = span.y(high);
                pieces.add(x, upper, Math.max(lower, upper + 1));
            }
        });
        return pieces.areas();
    }

    private void curve(Span span, Row row, double unit, Ink ink) {
        var pieces = new Pieces();
        each(span, (x, from, until) -> {
            double value = mean(row, from, until) * unit;
            if (Double.isNaN(value)) {
                pieces.cut();
            } else {
                pieces.add(x, span.y(value), span.y(value));
            }
        });
        pieces.lines().forEach(xy -> sheet.line(xy, ink, 1.6));
    }

    /** Takes the columns of one pixel. */
    private interface Pixel {
        void take(double x, int from, int until);
    }

    private void each(Span span, Pixel pixel) {
        int pixels = (int) span.place().width();
        int columns = tape.columns();
        int wide = Math.max(1, Math.min(pixels, columns));
        for (int i = 0; i < wide; i++) {
            int from = (int) ((long) i * columns / wide);
            int until = Math.max(from + 1, (int) ((i + 1L) * columns / wide));
            pixel.take(span.x(from * Tape.COLUMN_SECONDS), from, until);
        }
    }

    private double edge(Row row, int from, int until, boolean greatest) {
        double edge = Double.NaN;
        for (int i = from; i < until; i++) {
            double value = tape.get(row, i);
            if (!Double.isNaN(value)) {
                edge = Double.isNaN(edge) ? value : greatest ? Math.max(edge, value) : Math.min(edge, value);
            }
        }
        return edge;
    }

    private double mean(Row row, int from, int until) {
        double sum = 0;
        int count = 0;
        for (int i = from; i < until; i++) {
            double value = tape.get(row, i);
            if (!Double.isNaN(value)) {
                sum += value;
                count++;
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }
}
