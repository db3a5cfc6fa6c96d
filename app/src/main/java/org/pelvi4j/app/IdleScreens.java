package org.pelvi4j.app;

import java.util.List;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.display.Display;
import org.pelvi4j.feedback.Picture;
import org.pelvi4j.time.Clock;

/**
 * The displays while the device waits for its button: a wink now and then says that it is on. A display that is gone is
 * told when the practice wants it. Source: SCREENS 3, IDLE. Confined to one thread.
 */
final class IdleScreens implements AutoCloseable {
    /** A wink lasts as long. Source: SCREENS 7. */
    static final long MILLIS = 100;

    private final List<Display> displays;
    private final Clock clock;

    IdleScreens(List<Display> displays, Clock clock) {
        this.displays = displays;
        this.clock = clock;
    }

    /** Once more; called each {@link #MILLIS}. */
    void show() {
        Picture idle = Picture.idle(clock.nowNanos());
        for (Display display : displays) {
            try {
                display.show(idle, idle.atNanos());
            } catch (BusException gone) {
                // The device can be begun without it.
            }
        }
    }

    @Override
    public void close() {
        displays.forEach(Display::close);
    }
}
