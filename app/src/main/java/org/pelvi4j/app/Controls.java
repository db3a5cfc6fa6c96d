package org.pelvi4j.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.DeviceUri;
import picocli.CommandLine.Option;

/** The option that names a push button, and what it does: start, pause, go on, stop. Thread-safe. */
final class Controls implements PushButton.Meaning, AutoCloseable {
    @Option(
            names = "--control",
            paramLabel = "URI",
            description = "button:17, a push button between that GPIO line and ground: a short press starts, pauses and"
                    + " goes on, holding it for 2 s stops; with sim+ before it, a virtual one.")
    private @Nullable String control;

    private final CountDownLatch started = new CountDownLatch(1);
    private volatile @Nullable Practice practice;
    private @Nullable ButtonThread button;

    /** Takes the button, if there is one. */
    void open(Equipment equipment, Consumer<String> trouble) throws BusException {
        if (control == null) {
            return;
        }
        DeviceUri uri = DeviceUri.parse(control);
        if (!uri.scheme().equals("button")) {
            throw uri.wrong("scheme", "button", uri.scheme());
        }
        button = ButtonThread.on(equipment.button(uri), this, trouble);
    }

    /** Whether a press is waited for. */
    boolean waits() {
        return button != null;
    }

    /** With a button, waits for the press that starts, the displays winking; false when this thread is interrupted. */
    boolean awaitStart(IdleScreens screens) {
        try (screens) {
            while (!started.await(IdleScreens.MILLIS, TimeUnit.MILLISECONDS)) {
                screens.show();
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What the button pauses and stops from now on. */
    void direct(Practice running) {
        practice = running;
    }

    @Override
    public void pressed() {
        Practice running = practice;
        if (running != null) {
            running.press();
        }
        started.countDown();
    }

    @Override
    public void held() {
        Practice running = practice;
        if (running != null) {
            running.stop();
        }
    }

    @Override
    public void holding(int percent) {
        Practice running = practice;
        if (running != null) {
            running.holding(percent);
        }
    }

    @Override
    public void close() {
        if (button != null) {
            button.close();
        }
    }
}
