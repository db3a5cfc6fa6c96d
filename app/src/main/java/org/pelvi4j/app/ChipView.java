package org.pelvi4j.app;

import java.io.PrintWriter;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.display.Display;
import org.pelvi4j.feedback.Picture;
import org.pelvi4j.sim.port.VirtualChip;
import org.pelvi4j.sim.port.VirtualPorts;

/** A display on virtual chips: after each drawing, what a person would see of them is printed. Confined to one thread. */
final class ChipView implements Display {
    private final Display display;
    private final VirtualPorts ports;
    private final PrintWriter out;
    private String printed = "";

    ChipView(Display display, VirtualPorts ports, PrintWriter out) {
        this.display = display;
        this.ports = ports;
        this.out = out;
    }

    @Override
    public void show(Picture picture, long nowNanos) throws BusException {
        display.show(picture, nowNanos);
        var text = new StringBuilder();
        for (VirtualChip chip : ports.chips()) {
            text.append(text.isEmpty() || chip.text().isEmpty() ? "" : System.lineSeparator())
                    .append(chip.text());
        }
        if (!text.toString().equals(printed)) {
            printed = text.toString();
            out.println(printed);
            out.flush();
        }
    }

    @Override
    public double refreshHz() {
        return display.refreshHz();
    }

    @Override
    public void close() {
        display.close();
    }
}
