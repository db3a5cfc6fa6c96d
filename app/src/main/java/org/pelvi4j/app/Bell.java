package org.pelvi4j.app;

import java.util.function.Consumer;
import org.pelvi4j.display.Speaker;
import org.pelvi4j.feedback.Sound;

/** The terminal's bell: one ring for each sound, of whatever pitch the terminal has. Confined to one thread. */
final class Bell implements Speaker {
    private static final String RING = "\u0007";

    private final Consumer<String> terminal;

    Bell(Consumer<String> terminal) {
        this.terminal = terminal;
    }

    @Override
    public void play(Sound sound) {
        if (sound != Sound.BUTTON) {
            terminal.accept(RING);
        }
    }

    @Override
    public void close() {
        // The terminal is its opener's.
    }
}
