package org.pelvi4j.app;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.InputPin;
import org.pelvi4j.bus.InputSetup;
import org.pelvi4j.bus.InputSetup.Edges;
import org.pelvi4j.bus.InputSetup.Pull;
import org.pelvi4j.time.Clock;
import org.pelvi4j.time.SystemClock;

/** Listens to a push button between a GPIO line and ground, on a thread of its own. Thread-safe. */
final class ButtonThread implements AutoCloseable {
    /** Longer than contacts bounce, shorter than any press. Source: chosen. */
    static final InputSetup SETUP = new InputSetup(Edges.BOTH, Pull.UP, Duration.ofMillis(10));

    private static final long WAIT_NANOS = 50_000_000L;
    private static final long CLOSE_MILLIS = 500;

    private final InputPin pin;
    private final PushButton button;
    private final Consumer<String> trouble;
    private final Thread thread;
    private final Clock clock = new SystemClock();
    private volatile boolean closing;

    private ButtonThread(InputPin pin, PushButton button, Consumer<String> trouble) {
        this.pin = pin;
        this.button = button;
        this.trouble = trouble;
        thread = new Thread(this::run, "pelvi4j-button");
        thread.setDaemon(true);
    }

    /** Listens to a line, which is closed in the end. */
    static ButtonThread on(InputPin pin, PushButton.Meaning meaning, Consumer<String> trouble) {
        var listening = new ButtonThread(pin, new PushButton(meaning), trouble);
        listening.thread.start();
        return listening;
    }

    private void run() {
        try {
            while (!closing) {
                pin.awaitEdges(WAIT_NANOS, (atNanos, sequence, rising) -> button.contact(!rising, atNanos));
                button.tick(clock.nowNanos());
            }
        } catch (BusException gone) {
            trouble.accept(gone.getMessage() + "; the button works no longer, the rest does");
        } finally {
            pin.close();
        }
    }

    @Override
    public void close() {
        closing = true;
        try {
            TimeUnit.MILLISECONDS.timedJoin(thread, CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
