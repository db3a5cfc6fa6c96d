package org.pelvi4j.session;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.display.Display;
import org.pelvi4j.feedback.Picture;
import org.pelvi4j.feedback.State;

/** A display in virtual time, drawn in line at its own rate of that time. Confined to one thread. */
final class DisplayInline implements Screen {
    /** A display that failed is tried again after this, as in live time. */
    private static final long RETRY_NANOS = 2_000_000_000L;

    private final Display display;
    private final long periodNanos;
    private final Consumer<String> trouble;
    private @Nullable Picture last;
    private boolean gone;
    private long goneNanos;

    /**
     * Makes a screen.
     *
     * @param speed how much faster than real time the clock runs: the display is drawn that much more seldom
     */
    DisplayInline(Display display, double speed, Consumer<String> trouble) {
        this.display = display;
        this.trouble = trouble;
        periodNanos = (long) (1e9 * speed / display.refreshHz());
    }

    @Override
    public void accept(Picture picture) {
        boolean due = last == null
                || picture.atNanos() - last.atNanos() >= periodNanos
                || (picture.state() == State.DONE && last.state() != State.DONE);
        if (!due || (gone && picture.atNanos() - goneNanos < RETRY_NANOS)) {
            return;
        }
        last = picture;
        try {
            display.show(picture, picture.atNanos());
            gone = false;
        } catch (BusException e) {
            failed(picture, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            failed(picture, "display: " + e);
        }
    }

    private void failed(Picture picture, String why) {
        gone = true;
        goneNanos = picture.atNanos();
        trouble.accept(why);
    }

    @Override
    public void close() {
        display.close();
    }
}
