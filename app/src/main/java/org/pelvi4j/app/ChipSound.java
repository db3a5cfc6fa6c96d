package org.pelvi4j.app;

import java.io.PrintWriter;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.display.Speaker;
import org.pelvi4j.feedback.Sound;
import org.pelvi4j.sim.port.VirtualChip;
import org.pelvi4j.sim.port.VirtualPorts;

/** A speaker on virtual chips: after each sound, what a person would have heard is printed. Confined to one thread. */
final class ChipSound implements Speaker {
    /** The ports have a time of their own, in which it is quiet between two sounds. */
    private static final int QUIET_BEFORE = 5;

    private static final long PIECE_NANOS = 100_000_000L;

    private final Speaker speaker;
    private final VirtualPorts ports;
    private final PrintWriter out;

    ChipSound(Speaker speaker, VirtualPorts ports, PrintWriter out) {
        this.speaker = speaker;
        this.ports = ports;
        this.out = out;
    }

    @Override
    public void play(Sound sound) throws BusException {
        for (int i = 0; i < QUIET_BEFORE; i++) {
            ports.pause(PIECE_NANOS);
        }
        speaker.play(sound);
        for (VirtualChip chip : ports.chips()) {
            out.println(chip.text());
        }
        out.flush();
    }

    @Override
    public void close() {
        speaker.close();
    }
}
