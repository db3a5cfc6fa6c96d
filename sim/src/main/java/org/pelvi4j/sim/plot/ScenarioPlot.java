package org.pelvi4j.sim.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.pelvi4j.exercise.Cue;
import org.pelvi4j.phase.Phase;
import org.pelvi4j.phase.PhaseEvent;
import org.pelvi4j.record.Annotation;
import org.pelvi4j.sensor.Signal;
import org.pelvi4j.sim.fault.Fault;
import org.pelvi4j.sim.plot.Sheet.Anchor;
import org.pelvi4j.sim.plot.Sheet.Box;
import org.pelvi4j.sim.plot.Sheet.Size;
import org.pelvi4j.sim.plot.Sheet.Style;
import org.pelvi4j.sim.rehearsal.Outcome;
import org.pelvi4j.sim.rehearsal.Tape;

/** Draws a rehearsal: three curves over time, and strips of what was asked, true, found and said. Confined to one thread. */
public final class ScenarioPlot {
    /** Width of every plot, in pixels. */
    public static final int WIDTH = 1500;
    /** Height of every plot, in pixels. */
    public static final int HEIGHT = 820;

    private static final double LEFT = 150;
    private static final double RIGHT = 24;
    private static final double STRIP = 18;
    private static final double STEP = 30;
    private static final double FIRST_STRIP = 560;
    private static final double CURVES_TOP = 74;
    private static final Style TITLE = new Style(Size.TITLE, Anchor.START, Ink.BLACK);
    private static final Style PLAIN = new Style(Size.PLAIN, Anchor.START, Ink.GREY);
    private static final Style NAME = new Style(Size.PLAIN, Anchor.START, Ink.BLACK);
    private static final Style NUMBER = new Style(Size.SMALL, Anchor.MIDDLE, Ink.GREY);
    private static final Style IN_BOX = new Style(Size.SMALL, Anchor.MIDDLE, Ink.BLACK);

    private final Outcome outcome;
    private final Sheet sheet;
    private final double seconds;
    private final long startNanos;

    private ScenarioPlot(Outcome outcome, Sheet sheet) {
        this.outcome = outcome;
        this.sheet = sheet;
        this.seconds = Math.max(1, outcome.tape().columns() * Tape.COLUMN_SECONDS);
        this.startNanos = outcome.tape().startNanos();
    }

    /**
     * Draws.
     *
     * @param outcome of a rehearsal
     * @param sheet {@link #WIDTH} by {@link #HEIGHT} pixels
     */
    public static void draw(Outcome outcome, Sheet sheet) {
        new ScenarioPlot(outcome, sheet).draw();
    }

    /**
     * Draws as an SVG file.
     *
     * @param outcome of a rehearsal
     * @return the file
     */
    public static String svg(Outcome outcome) {
        var sheet = new SvgSheet(WIDTH, HEIGHT, heading(outcome) + ". " + Summary.of(outcome));
        draw(outcome, sheet);
        return sheet.file();
    }

    /**
     * Says it in one line.
     *
     * @param outcome of a rehearsal
     * @return who, what, what was true and what was found
     */
    public static String summary(Outcome outcome) {
        return Summary.of(outcome);
    }

    private static String heading(Outcome outcome) {
        return outcome.scenario().id() + ": " + outcome.scenario().title();
    }

    private void draw() {
        sheet.fill(new Box(0, 0, WIDTH, HEIGHT), Ink.PAPER);
        sheet.text(heading(outcome), 16, 30, TITLE);
        sheet.text(Summary.of(outcome), 16, 54, PLAIN);
        boolean emg = outcome.sensor().channels().get(0).signal() == Signal.EMG;
        var curves = new Curves(sheet, outcome.tape(), seconds);
        curves.signal(row(CURVES_TOP, 150), emg);
        curves.envelope(row(CURVES_TOP + 168, 120), emg);
        curves.effort(row(CURVES_TOP + 306, 160), goals());
        strips();
        axis();
    }

    private static Box row(double top, double height) {
        return new Box(LEFT, top, WIDTH - LEFT - RIGHT, height);
    }

    /** Where the level should have been. */
    private List<Curves.Goal> goals() {
        var goals = new ArrayList<Curves.Goal>();
        for (Cue cue : outcome.said().cues()) {
            if (cue.kind() == Cue.Kind.WORK && !Double.isNaN(cue.goalLow())) {
                goals.add(new Curves.Goal(at(cue.startNanos()), at(cue.endNanos()), cue.goalLow(), cue.goalHigh()));
            }
        }
        return goals;
    }

    private double at(long nanos) {
        return (nanos - startNanos) / 1e9;
    }

    private Span strip(int number, String name) {
        double top = FIRST_STRIP + number * STEP;
        sheet.text(name, 16, top + STRIP - 4, NAME);
        var span = new Span(row(top, STRIP), seconds, 0, 1);
        sheet.fill(span.place(), Ink.PALE);
        return span;
    }

    private void strips() {
        Span asked = strip(0, "asked");
        for (Cue cue : outcome.said().cues()) {
            if (cue.kind() == Cue.Kind.WORK) {
                Box box = asked.between(at(cue.startNanos()), at(cue.endNanos()));
                sheet.fill(box, Ink.ASKED);
                inside(box, Integer.toString(cue.rep()));
            }
        }
        Span really = strip(1, "really contracted");
        outcome.truth()
                .contractions()
                .forEach(one -> sheet.fill(really.between(at(one.onsetNanos()), at(one.offsetNanos())), Ink.TRUE));
        Span found = strip(2, "found");
        outcome.said()
                .contractions()
                .forEach(one -> sheet.fill(found.between(at(one.onsetNanos()), at(one.offsetNanos())), Ink.FOUND));
        phases(strip(3, "phase"));
        happened(strip(4, "happened"));
        wrong(strip(5, "went wrong"));
        said(strip(6, "was told"));
    }

    private void inside(Box box, String text) {
        if (box.width() > 7.0 * text.length() + 4) {
            sheet.text(text, box.x() + box.width() / 2, box.y() + STRIP - 5, IN_BOX);
        }
    }

    private void phases(Span span) {
        List<PhaseEvent> phases = outcome.said().phases();
        double from = 0;
        Phase phase = Phase.UNKNOWN;
        String reason = "";
        for (int i = 0; i <= phases.size(); i++) {
            double until = i < phases.size() ? at(phases.get(i).decidedAtNanos()) : seconds;
            if (phase != Phase.RELAX && until > from) {
                Box box = span.between(from, until);
                sheet.fill(box, phase == Phase.CONTRACT ? Ink.FOUND : Ink.UNKNOWN);
                if (phase == Phase.UNKNOWN) {
                    inside(box, reason.isEmpty() ? "not known" : reason.toLowerCase(Locale.ROOT));
                }
            }
            if (i < phases.size()) {
                from = until;
                phase = phases.get(i).phase();
                reason = phases.get(i).reason();
            }
        }
    }

    private void happened(Span span) {
        var labels = new Labels(sheet, span);
        outcome.truth().events().forEach(event -> {
            String what = event.what().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            labels.mark(at(event.fromNanos()), at(event.untilNanos()), what, Ink.TRUE);
        });
        labels.write();
    }

    /** Faults while they last, as the board tells them; without a board, as the scenario plans them. */
    private void wrong(Span span) {
        var labels = new Labels(sheet, span);
        List<Outcome.Note> notes = outcome.wire().notes();
        if (notes.isEmpty()) {
            for (Fault fault : outcome.scenario().faults()) {
                labels.mark(
                        fault.fromSeconds(), fault.untilSeconds(), fault.kind().word(), Ink.TROUBLE);
            }
        }
        for (int i = 0; i < notes.size(); i++) {
            String text = notes.get(i).text();
            if (text.startsWith("fault ") && text.endsWith(" on")) {
                String fault = text.substring(0, text.length() - " on".length());
                boolean once =
                        Fault.parse(fault.substring("fault ".length())).kind().once();
                double from = at(notes.get(i).atNanos());
                labels.mark(
                        from, once ? from : end(notes.subList(i, notes.size()), fault + " off"), fault, Ink.TROUBLE);
            }
        }
        labels.write();
    }

    private double end(List<Outcome.Note> notes, String text) {
        return notes.stream()
                .filter(note -> note.text().equals(text))
                .mapToDouble(note -> at(note.atNanos()))
                .findFirst()
                .orElse(seconds);
    }

    private void said(Span span) {
        var labels = new Labels(sheet, span);
        for (Outcome.Told told : outcome.said().events()) {
            Annotation event = told.event();
            boolean usual = event.text().matches("(PROMPT|REP|RELAX|CONTRACT|GLAZER|CAL) .*");
            if (!usual) {
                double from = at(event.atNanos());
                labels.mark(from, from + Math.max(0, event.durationNanos()) / 1e9, event.text(), Ink.TROUBLE);
            }
        }
        labels.write();
    }

    private void axis() {
        double bottom = FIRST_STRIP + 7 * STEP - 6;
        var span = new Span(row(bottom, 1), seconds, 0, 1);
        double step = Span.step(seconds, 16);
        for (double tick = 0; tick <= seconds; tick += step) {
            double x = span.x(tick);
            sheet.line(new double[] {x, bottom, x, bottom + 5}, Ink.GREY, 1);
            sheet.text(String.format(Locale.ROOT, step < 1 ? "%.1f" : "%.0f", tick), x, bottom + 18, NUMBER);
        }
        sheet.text("seconds", WIDTH - RIGHT, bottom + 34, new Style(Size.SMALL, Anchor.END, Ink.GREY));
    }
}
