package org.pelvi4j.display.buzzer;

import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.OutputPin;
import org.pelvi4j.bus.Ports;
import org.pelvi4j.display.Speaker;
import org.pelvi4j.feedback.Sound;
import org.pelvi4j.feedback.Tone;

/**
 * An active buzzer on a GPIO line: it knows on and off, not high and low. So a sound becomes a rhythm in which the higher
 * tone is the longer one: work starts short-long, rest starts long-short. Confined to one thread.
 */
public final class Buzzer implements Speaker {
    /** A tone of this pitch keeps its length; others change by the square of the ratio. Source: chosen, between 523 and 784. */
    private static final double MIDDLE_HERTZ = 640;

    /** Between two tones that follow each other, so that they are heard as two. Source: SCREENS 5, the gap of "earned". */
    private static final int GAP_MILLIS = 30;

    private static final long NANOS = 1_000_000L;

    /** What {@link Ports#pause} allows. */
    private static final long LONGEST_PAUSE_NANOS = 100 * NANOS;

    private final OutputPin pin;
    private final Ports ports;

    private Buzzer(OutputPin pin, Ports ports) {
        this.pin = pin;
        this.ports = ports;
    }

    /**
     * Takes a line.
     *
     * @param ports where it is, and what lets time pass
     * @param line its number
     * @return the buzzer, silent
     * @throws BusException when the line does not open
     */
    public static Buzzer open(Ports ports, int line) throws BusException {
        return new Buzzer(ports.openOutput(line), ports);
    }

    @Override
    public void play(Sound sound) throws BusException {
        boolean sounded = false;
        for (Tone tone : sound.tones()) {
            if (tone.hertz() == 0) {
                pause(tone.millis());
                sounded = false;
                continue;
            }
            if (sounded) {
                pause(GAP_MILLIS);
            }
            pin.set(true);
            pause(millis(tone));
            pin.set(false);
            sounded = true;
        }
    }

    private static int millis(Tone tone) {
        double pitch = tone.hertz() / MIDDLE_HERTZ;
        return (int) Math.round(tone.millis() * pitch * pitch);
    }

    private void pause(int millis) {
        for (long left = millis * NANOS; left > 0; left -= LONGEST_PAUSE_NANOS) {
            ports.pause(Math.min(left, LONGEST_PAUSE_NANOS));
        }
    }

    @Override
    public void close() {
        pin.close();
    }
}
