package org.pelvi4j.session;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.display.Display;
import org.pelvi4j.feedback.Picture;
import org.pelvi4j.time.Clock;

/**
 * Draws the newest picture on one display at the display's own pace, on a thread of its own, so that a slow or absent
 * display never holds up acquisition. Thread-safe.
 */
final class DisplayThread implements Screen {
    private static final long RETRY_NANOS = 2_000_000_000L;
    private static final long CLOSE_MILLIS = 500;

    private final Display display;
    private final Clock clock;
    private final Consumer<String> trouble;
    private final AtomicReference<@Nullable Picture> newest = new AtomicReference<>();
    private final SideThread thread;

    DisplayThread(Display display, Clock clock, Consumer<String> trouble) {
        this.display = display;
        this.clock = clock;
        this.trouble = trouble;
        thread = new SideThread("pelvi4j-display", this::run);
        thread.start();
    }

    @Override
    public void accept(Picture picture) {
        newest.set(picture);
    }

    private void run() {
        long periodNanos = (long) (1e9 / display.refreshHz());
        long next = clock.nowNanos();
        while (!thread.closing()) {
            long now = clock.nowNanos();
            if (next - now > 0) {
                thread.idle(next - now);
                continue;
            }
            next = now + (draw() ? periodNanos : RETRY_NANOS);
        }
        draw();
        display.close();
    }

    private boolean draw() {
        Picture picture = newest.get();
        if (picture == null) {
            return true;
        }
        try {
            display.show(picture, clock.nowNanos());
            return true;
        } catch (BusException e) {
            trouble.accept(e.getMessage());
        } catch (RuntimeException e) {
            trouble.accept("display: " + e);
        }
        return false;
    }

    /** Draws the last picture, closes the display and ends the thread, within 500 ms. */
    @Override
    public void close() {
        thread.close(CLOSE_MILLIS);
    }
}
