package org.pelvi4j.display.ledbar;

import java.util.ArrayList;
import java.util.List;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.OutputPin;
import org.pelvi4j.bus.Ports;
import org.pelvi4j.display.Display;
import org.pelvi4j.display.draw.Leds;
import org.pelvi4j.display.draw.Light;
import org.pelvi4j.feedback.Picture;

/**
 * LEDs on GPIO lines, active high, the first the end of rest; only lines that change are driven. Source: SCREENS 7.
 * Confined to one thread.
 */
public final class LedBar implements Display {
    private final List<OutputPin> pins;
    private final Leds leds;
    private int shown;

    private LedBar(List<OutputPin> pins) {
        this.pins = List.copyOf(pins);
        this.leds = new Leds(pins.size());
    }

    /**
     * Creates a bar of open pins, low; it closes them.
     *
     * @param pins 5 to 16, the end of rest first
     * @return the bar
     */
    public static LedBar on(List<OutputPin> pins) {
        return new LedBar(pins);
    }

    /**
     * Opens the lines of a bar.
     *
     * @param ports where they are
     * @param lines 5 to 16 lines, the end of rest first
     * @return the bar, dark
     * @throws BusException of the first line that does not open; those before it are given back
     */
    public static LedBar open(Ports ports, List<Integer> lines) throws BusException {
        if (lines.size() < Leds.FEWEST || lines.size() > Leds.MOST) {
            throw new IllegalArgumentException(
                    "lines: expected " + Leds.FEWEST + " to " + Leds.MOST + " but was " + lines.size());
        }
        var pins = new ArrayList<OutputPin>();
        try {
            for (int line : lines) {
                pins.add(ports.openOutput(line));
            }
            return new LedBar(pins);
        } catch (BusException unopened) {
            pins.forEach(OutputPin::close);
            throw unopened;
        }
    }

    @Override
    public void show(Picture picture, long nowNanos) throws BusException {
        Light[] lights = leds.draw(picture.seenAt(nowNanos), nowNanos);
        for (int i = 0; i < lights.length; i++) {
            int bit = 1 << i;
            boolean lit = lights[i] != Light.OFF;
            if (lit != ((shown & bit) != 0)) {
                pins.get(i).set(lit);
                shown ^= bit;
            }
        }
    }

    /** Source: SCREENS 6. */
    @Override
    public double refreshHz() {
        return 20;
    }

    @Override
    public void close() {
        pins.forEach(OutputPin::close);
        shown = 0;
    }
}
