package org.pelvi4j.display.terminal;

import java.io.IOException;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.display.Display;
import org.pelvi4j.display.Words;
import org.pelvi4j.exercise.RepResult;
import org.pelvi4j.feedback.Message;
import org.pelvi4j.feedback.Picture;
import org.pelvi4j.feedback.SetupPage;
import org.pelvi4j.feedback.State;

/**
 * Lines mode: ASCII, one line per event, nothing rewritten; for logs, pipes, screen readers and small terminals. Seconds
 * since the first picture right-aligned in 7, a blank, a key in 10, a text. Source: SCREENS 9. Confined to one thread.
 */
public final class LinesDisplay implements Display {
    /** Bars come ten times a second. Source: SCREENS 9. */
    private static final long BAR_NANOS = 100_000_000L;

    /** One {@code #} stands for so many points of the level. Source: SCREENS 9. */
    private static final int POINTS_PER_MARK = 5;

    private static final int MARKS = 20;

    /** After these a squeeze is asked for, also where somebody squeezed before and is in the goal at once. */
    private static final Set<State> UNASKED =
            EnumSet.of(State.READY, State.LET_GO, State.REST, State.RESULT, State.SET_REST);

    private final Appendable out;
    private final LineTexts texts;
    private final boolean bars;
    private final Set<String> told = new HashSet<>();
    private int step;
    private boolean started;
    private long firstNanos;
    private long barNanos;
    private long cueNanos;
    private State state = State.IDLE;
    private State said = State.IDLE;
    private int rep = -1;
    private @Nullable RepResult last;
    private Message message = Message.NONE;

    private LinesDisplay(Appendable out, Words words, boolean bars) {
        this.out = out;
        this.texts = new LineTexts(words);
        this.bars = bars;
    }

    /**
     * Creates a display of events.
     *
     * @param out where the lines go
     * @param words in which language
     * @return the display
     */
    public static LinesDisplay to(Appendable out, Words words) {
        return new LinesDisplay(out, words, false);
    }

    /**
     * Creates a display of events and, ten times a second, of the level.
     *
     * @param out where the lines go
     * @param words in which language
     * @return the display
     */
    public static LinesDisplay withBars(Appendable out, Words words) {
        return new LinesDisplay(out, words, true);
    }

    @Override
    public void show(Picture picture, long nowNanos) throws BusException {
        Picture seen = picture.seenAt(nowNanos);
        long atNanos = seen.state() == picture.state() ? picture.atNanos() : nowNanos;
        if (!started) {
            started = true;
            firstNanos = atNanos;
            cueNanos = atNanos;
            barNanos = atNanos - BAR_NANOS;
        }
        SetupPage page = seen.page();
        if (page != null) {
            pageOf(page, atNanos);
            return;
        }
        repOf(seen, atNanos);
        cueOf(seen, atNanos);
        noteOf(seen, atNanos);
        if (bars) {
            barOf(seen, atNanos);
        }
    }

    /** What is new on the page: each line once in its step, facts when something is said of them. */
    private void pageOf(SetupPage page, long atNanos) throws BusException {
        if (page.step() != step) {
            step = page.step();
            told.clear();
            line(atNanos, "line.setup", texts.step(page));
        }
        for (SetupPage.Line line : page.lines()) {
            String text = texts.line(line);
            String what = texts.subject(line);
            if (!text.isEmpty() && told.add(what)) {
                line(atNanos, "line.setup", text);
            }
        }
    }

    /** What is told of a repetition by feel before it is over is its own line; it becomes more certain as it goes on. */
    private void repOf(Picture seen, long atNanos) throws BusException {
        if (seen.state() == State.RESULT || (seen.byFeel() && seen.state() == State.UNSEEN)) {
            return;
        }
        RepResult result = seen.progress().last();
        if (result != null && !result.equals(last)) {
            line(atNanos, "line.rep", texts.rep(result));
        }
        last = result;
    }

    private void cueOf(Picture seen, long atNanos) throws BusException {
        boolean answered = state == State.RESULT && !seen.message().equals(message);
        if (seen.state() == state && seen.progress().rep() == rep && !answered) {
            return;
        }
        boolean back =
                state == State.UNSEEN && seen.state() == said && seen.progress().rep() == rep;
        boolean early = seen.state() == State.HOLD && UNASKED.contains(said);
        state = seen.state();
        rep = seen.progress().rep();
        if (early) {
            cueNanos = atNanos;
            line(atNanos, LineTexts.key(State.SQUEEZE), texts.squeeze(seen));
        }
        if (state == State.SQUEEZE || state == State.LET_GO) {
            cueNanos = back ? cueNanos : atNanos;
        }
        if (state != State.UNSEEN) {
            said = state;
        }
        String key = LineTexts.key(state);
        if (!key.isEmpty()) {
            line(atNanos, key, back ? texts.text("line.back.text") : texts.cue(seen, (atNanos - cueNanos) * 1e-9));
        }
    }

    private void noteOf(Picture seen, long atNanos) throws BusException {
        boolean news = !seen.message().equals(message) && !seen.message().key().isEmpty();
        message = seen.message();
        if (news && texts.isNote(seen)) {
            line(atNanos, "line.note", texts.message(seen.message()));
        }
    }

    private void barOf(Picture seen, long atNanos) throws BusException {
        if (Double.isNaN(seen.level()) || atNanos - barNanos < BAR_NANOS) {
            return;
        }
        barNanos = atNanos;
        line(atNanos, "line.level", bar(seen.level()));
    }

    private static String bar(double level) {
        int marks = (int) Math.floor(Math.max(0, Math.min(100, level)) / POINTS_PER_MARK);
        return String.format(Locale.ROOT, "%d ", Math.round(level)) + "#".repeat(marks) + ".".repeat(MARKS - marks);
    }

    private void line(long atNanos, String key, String text) throws BusException {
        double seconds = (atNanos - firstNanos) * 1e-9;
        String line = String.format(Locale.ROOT, "%7.1f %-10s%s", seconds, texts.text(key), text);
        try {
            out.append(line.stripTrailing()).append('\n');
        } catch (IOException gone) {
            throw new BusException(BusException.Kind.DISCONNECTED, "lines: the output is gone", gone);
        }
    }

    /** Often enough that an event is dated to a tenth of a second, some times faster than real too. */
    @Override
    public double refreshHz() {
        return 50;
    }

    /** Does nothing: the lines stay, and the output is its owner's. */
    @Override
    public void close() {}
}
