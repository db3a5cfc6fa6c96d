package org.pelvi4j.display.terminal;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.display.Display;
import org.pelvi4j.display.Words;
import org.pelvi4j.feedback.Picture;
import org.pelvi4j.feedback.SetupPage;
import org.pelvi4j.feedback.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The live screen: designed at 80x24, widened up to 120x40; only changed cells are sent. It takes the alternate screen at
 * the first picture and gives it back when it closes. Source: SCREENS 9. Confined to one thread.
 */
public final class TerminalDisplay implements Display {
    private static final Logger LOG = LoggerFactory.getLogger(TerminalDisplay.class);

    private final TerminalOutput out;
    private final Words words;
    private final FramePart frame;
    private final Glyphs glyphs;
    private final AnsiWriter ansi;
    private final TracePart trace = new TracePart();
    private @Nullable Grid shown;
    private boolean entered;
    private volatile boolean still;
    private volatile boolean helping;

    private TerminalDisplay(TerminalOutput out, TerminalLook look, Words words) {
        this.out = out;
        this.words = words;
        this.frame = new FramePart(look);
        this.glyphs = new Glyphs(look.ascii());
        this.ansi = new AnsiWriter(look.colours());
    }

    /**
     * Creates the live screen; nothing is written before the first picture.
     *
     * @param out the terminal
     * @param look what it can show
     * @param words in which language
     * @return the display
     */
    public static TerminalDisplay on(TerminalOutput out, TerminalLook look, Words words) {
        return new TerminalDisplay(out, look, words);
    }

    /**
     * Tells whether the live screen fits; where it does not, lines mode is the display.
     *
     * @param columns of the terminal
     * @param rows of the terminal
     * @return whether there are at least 80 by 24
     */
    public static boolean fits(int columns, int rows) {
        return Layout.fits(columns, rows);
    }

    /**
     * Shows what the keys and signs mean, in place of lanes and trace; the exercise goes on meanwhile. May be called from
     * any thread.
     *
     * @param shown whether it is shown
     */
    public void help(boolean shown) {
        helping = shown;
    }

    /**
     * Chooses between the view that scrolls and the still one, without trace and template. May be called from any thread.
     *
     * @param still whether nothing scrolls
     */
    public void still(boolean still) {
        this.still = still;
    }

    @Override
    public void show(Picture picture, long nowNanos) throws BusException {
        trace.remember(picture);
        var grid = new Grid(Math.max(1, out.columns()), Math.max(1, out.rows()));
        draw(grid, picture.seenAt(nowNanos));
        String change = ansi.change(shown, grid);
        if (!entered) {
            entered = true;
            write(AnsiWriter.ENTER + change);
        } else if (!change.isEmpty()) {
            write(change);
        }
        shown = grid;
    }

    private void draw(Grid grid, Picture seen) {
        if (!Layout.fits(grid.columns(), grid.rows())) {
            SmallPart.draw(grid, glyphs, words, seen);
            return;
        }
        var screen = new Screen(grid, Layout.of(grid.columns(), grid.rows()), glyphs, words);
        frame.draw(screen, seen);
        SetupPage page = seen.page();
        if (page != null) {
            SetupPart.draw(screen, page);
        } else if (seen.state() == State.DONE) {
            SummaryPart.draw(screen, seen);
        } else if (seen.state() != State.IDLE) {
            practice(screen, seen);
        }
    }

    private void practice(Screen screen, Picture seen) {
        CuePart.draw(screen, seen);
        if (helping) {
            HelpPart.draw(screen, frame.look().keys());
            NotesPart.marks(screen, seen);
            NotesPart.message(screen, seen);
            return;
        }
        if (!NotesPart.lines(screen, seen) && seen.state() != State.CHECK) {
            GaugePart.draw(screen, seen);
        }
        NotesPart.plan(screen, seen);
        boolean blank = seen.state() == State.UNSEEN || seen.state() == State.NO_SIGNAL || seen.state() == State.CHECK;
        if (!still && !blank && seen.state() != State.PAUSED) {
            trace.draw(screen, seen);
        }
        NotesPart.marks(screen, seen);
        NotesPart.message(screen, seen);
    }

    private void write(String text) throws BusException {
        try {
            out.write(text);
        } catch (IOException gone) {
            throw new BusException(BusException.Kind.DISCONNECTED, "terminal: it is gone", gone);
        }
    }

    /** Source: SCREENS 6. */
    @Override
    public double refreshHz() {
        return 20;
    }

    /** Gives back colours, cursor and screen, also after an error; may be called twice. */
    @Override
    public void close() {
        if (!entered) {
            return;
        }
        entered = false;
        shown = null;
        try {
            out.write(AnsiWriter.LEAVE);
        } catch (IOException gone) {
            LOG.debug("terminal: it was gone before it was given back", gone);
        }
    }
}
