package org.pelvi4j.session;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.display.Display;
import org.pelvi4j.feedback.Picture;
import org.pelvi4j.feedback.State;

/** A display in virtual time, drawn in line at its own rate of that time. Confined to one thread. */
final class DisplayInline implements Screen {
    private final Display display;
    private final long periodNanos;
    private final Consumer<String> trouble;
    private @Nullable Picture last;
    private boolean gone;

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
        if (!due || gone) {
            return;
        }
        last = picture;
        try {
            display.show(picture, picture.atNanos());
        } catch (BusException e) {
            gone = true;
            trouble.accept(e.getMessage());
        }
    }

    @Override
    public void close() {
        display.close();
    }
}
