package org.pelvi4j.sim.run;

import java.util.Locale;
import java.util.function.Consumer;
import org.pelvi4j.sim.device.Fate;
import org.pelvi4j.sim.device.Witness;

/** Tells people what happens, and how many frames a slow reader has lost once it is known. Confined to one thread. */
final class RunLog implements Witness {
    private final Consumer<String> log;
    private long overrun;

    RunLog(Consumer<String> log) {
        this.log = log;
    }

    @Override
    public void frame(Frame frame) {
        if (frame.fate() == Fate.OVERRUN) {
            overrun++;
        } else if (overrun > 0) {
            say(frame.seconds(), overrun + " frames lost: the reader is slow");
            overrun = 0;
        }
    }

    @Override
    public void event(double seconds, String text) {
        say(seconds, text);
    }

    private void say(double seconds, String text) {
        log.accept(String.format(Locale.ROOT, "%.3f s: %s", seconds, text));
    }

    @Override
    public void body(String what, double fromSeconds, double untilSeconds, double plateau) {
        // It is in the truth file.
    }
}
