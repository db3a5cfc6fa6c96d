package org.pelvi4j.sensor;

import java.util.ArrayList;
import java.util.List;

/** The commands that set a Cyton's channels up, one after the other. Source: DOMAIN.md 3.8. Confined to one thread. */
final class CytonSetup {
    /** How channel commands name the channels, those of a Daisy last. Source: DOMAIN.md 3.8. */
    private static final String CHANNEL_KEYS = "12345678QWERTYUI";

    private final List<String> commands;
    private final boolean daisy;
    private int made;
    private boolean daisyFound;
    private boolean daisyMissing;

    CytonSetup(List<Integer> channels, int gainCode, boolean daisy) {
        this.daisy = daisy;
        var wanted = new ArrayList<String>();
        if (daisy) {
            wanted.add("C");
        }
        channels.forEach(channel -> wanted.add(channelSettings(channel, gainCode)));
        commands = List.copyOf(wanted);
    }

    /** Channel on, gain, normal input, no bias, SRB2 or SRB1: bipolar electrodes on its own two pins. */
    private static String channelSettings(int channel, int gainCode) {
        return "x" + CHANNEL_KEYS.charAt(channel) + "0" + gainCode + "0000X";
    }

    /** The board printed a line: it may tell of a Daisy. */
    void heard(String line) {
        daisyFound |= line.contains("On Daisy");
        daisyMissing |= daisy && line.contains("no daisy");
    }

    /** The board said that it has not the Daisy that is wanted. */
    boolean lacksDaisy() {
        return daisyMissing;
    }

    /** The next time it may have one. */
    void forgive() {
        daisyMissing = false;
    }

    /** Begins with the first command again. */
    void restart() {
        made = 0;
    }

    /** The command that is to be sent. */
    String command() {
        int index = takesDaisyOff() ? made - 1 : made;
        return index < 0 ? "c" : commands.get(index);
    }

    /** Goes on to the next command; tells whether there is one. */
    boolean next() {
        made++;
        return made < commands.size() + (takesDaisyOff() ? 1 : 0);
    }

    /** A board that has a Daisy starts with sixteen channels; one who wants eight says so. */
    private boolean takesDaisyOff() {
        return daisyFound && !daisy;
    }
}
