package org.pelvi4j.exercise;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A programme as lines of text: what it is, step by step, and its shape along the time. Immutable. */
public final class Timeline {
    private final Programme programme;

    private Timeline(Programme programme) {
        this.programme = programme;
    }

    /**
     * Draws a programme.
     *
     * @param programme which
     * @return its timeline
     */
    public static Timeline of(Programme programme) {
        return new Timeline(programme);
    }

    /**
     * Writes it, in ASCII: the steps, each kind of repetition once, and below them the shape, a row a minute.
     *
     * @param columns how wide a line may be, 40 or more
     * @return the lines
     */
    public List<String> lines(int columns) {
        var lines = new ArrayList<String>();
        lines.add(programme.title() + " (" + programme.id() + "), " + clock(programme.length()));
        lines.add("");
        steps(lines);
        lines.add("");
        shape(lines, columns);
        return lines;
    }

    private void steps(List<String> lines) {
        Duration at = Duration.ZERO;
        if (!programme.preparation().isZero()) {
            lines.add(line(at, "ready", programme.preparation(), ""));
            at = at.plus(programme.preparation());
        }
        for (int set = 1; set <= programme.sets(); set++) {
            if (set > 1) {
                lines.add(line(at, "set rest", programme.setRest(), ""));
                at = at.plus(programme.setRest());
            }
            String of = programme.sets() == 1 ? "" : "set " + set + " of " + programme.sets();
            for (Block block : programme.blocks()) {
                block(lines, at, block, of);
                at = at.plus(block.length());
            }
        }
        lines.add(String.format(Locale.ROOT, "%6s  done", clock(at)));
    }

    private void block(List<String> lines, Duration at, Block block, String set) {
        String times = block.reps() == 1 ? "" : block.reps() + " times";
        String note = join(join(block.segment(), set), times);
        if (!block.work().isZero()) {
            lines.add(line(at, "squeeze", block.work(), join(goal(block), note)));
        }
        if (!block.rest().isZero()) {
            boolean alone = block.work().isZero();
            lines.add(line(at.plus(block.work()), alone ? "rest" : "let go", block.rest(), alone ? note : home(block)));
        }
    }

    private static String goal(Block block) {
        String cough = block.coughAt() == null ? "" : "cough after " + Spans.text(block.coughAt());
        boolean byPeak = block.flick()
                && block.coughAt() == null
                && Double.isNaN(block.target().highEffort());
        String peak = byPeak ? "peak " : "";
        return join(block.target().isSet() ? "goal " + peak + block.target() : "no goal shown", cough);
    }

    private static String home(Block block) {
        return Double.isNaN(block.restBand())
                ? ""
                : String.format(Locale.ROOT, "rest band %.0f %%", block.restBand() * 100);
    }

    private static String join(String one, String other) {
        return one.isEmpty() || other.isEmpty() ? one + other : one + ", " + other;
    }

    private static String line(Duration at, String what, Duration length, String note) {
        return String.format(Locale.ROOT, "%6s  %-8s %6s  %s", clock(at), what, Spans.text(length), note)
                .stripTrailing();
    }

    /** One row a minute: {@code #} work, {@code .} rest, {@code :} ready and between sets; a column a second or two. */
    private void shape(List<String> lines, int columns) {
        int room = Math.max(columns - 8, 30);
        int perColumn = room >= 60 ? 1 : 2;
        StringBuilder row = new StringBuilder();
        long second = 0;
        long end = programme.length().toSeconds();
        for (Step step : programme.steps()) {
            char mark = step.kind() == Cue.Kind.WORK ? '#' : step.kind() == Cue.Kind.REST ? '.' : ':';
            for (long i = 0; i < step.length().toSeconds(); i++, second++) {
                if (second % perColumn == 0) {
                    row.append(step.byFeel() && mark == '#' ? 'o' : mark);
                }
                if (second % 60 == 59 || second == end - 1) {
                    lines.add(String.format(Locale.ROOT, "%6s  %s", clock(Duration.ofSeconds(second / 60 * 60)), row));
                    row.setLength(0);
                }
            }
        }
        boolean feel = programme.steps().stream().anyMatch(Step::byFeel);
        lines.add("        # squeeze" + (feel ? "  o squeeze by feel" : "") + "  . let go  : ready, between sets");
    }

    private static String clock(Duration at) {
        long seconds = at.toSeconds();
        return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }
}
