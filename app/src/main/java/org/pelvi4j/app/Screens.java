package org.pelvi4j.app;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.display.Display;
import org.pelvi4j.display.Words;
import org.pelvi4j.display.table.Displays;
import org.pelvi4j.display.terminal.LinesDisplay;
import org.pelvi4j.display.terminal.TerminalDisplay;
import org.pelvi4j.display.terminal.TerminalKey;
import org.pelvi4j.display.terminal.TerminalLook;
import picocli.CommandLine.Option;

/** The options that choose displays, shared by the commands that show something. Confined to one thread. */
final class Screens {
    /** The displays that have a driver, as they are usually wired. */
    static final class Wired implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Displays.wirings().stream()
                    .map(wiring -> wiring.usual().toString())
                    .iterator();
        }
    }

    @Option(
            names = "--display",
            paramLabel = "URI",
            split = Defaults.LIST,
            completionCandidates = Wired.class,
            description = "Where to show it, possibly several: terminal: (the default), ${COMPLETION-CANDIDATES};"
                    + " with sim+ before it, a virtual one.")
    private List<String> displays = List.of("terminal:");

    @Option(names = "--lines", description = "One line per event instead of a live screen, as for a screen reader.")
    private boolean lines;

    @Option(names = "--bars", description = "With --lines: the level ten times a second.")
    private boolean bars;

    @Option(names = "--ascii", description = "Draw in ASCII only.")
    private boolean ascii;

    @Option(names = "--language", paramLabel = "CODE", description = "en or de (default: the person's own, else en).")
    private @Nullable String language;

    private volatile @Nullable TerminalDisplay live;
    private boolean still;
    private boolean helping;

    /** The language as asked for, or else this one. */
    String language(String otherwise) {
        return language == null ? otherwise : language;
    }

    /** Takes another language where the command line says none. */
    void usually(String otherwise) {
        language = language(otherwise);
    }

    /** The keys that mean something while nobody practises. */
    private static final Set<TerminalKey> WATCHING = EnumSet.of(TerminalKey.STOP, TerminalKey.VIEW, TerminalKey.HELP);

    /** Opens the displays, for an exercise or only to watch. */
    List<Display> open(Equipment equipment, PrintWriter out, @Nullable Console console, boolean exercise)
            throws BusException {
        Set<TerminalKey> keys = exercise ? EnumSet.allOf(TerminalKey.class) : WATCHING;
        Words words = Words.in(Locale.forLanguageTag(language("en")));
        var opened = new ArrayList<Display>();
        for (String text : displays) {
            DeviceUri uri = DeviceUri.parse(text);
            opened.add(
                    uri.scheme().equals("terminal")
                            ? terminal(out, console, words, keys)
                            : equipment.display(uri, words, out));
        }
        return opened;
    }

    /** Opens the displays that wait with the device: all but the terminal, and none that is not there. */
    IdleScreens waiting(Equipment equipment, PrintWriter out) {
        Words words = Words.in(Locale.forLanguageTag(language("en")));
        var opened = new ArrayList<Display>();
        for (String text : displays) {
            DeviceUri uri = DeviceUri.parse(text);
            try {
                if (!uri.scheme().equals("terminal")) {
                    opened.add(equipment.display(uri, words, out));
                }
            } catch (BusException missing) {
                // The practice tells it.
            }
        }
        return new IdleScreens(opened, equipment.clock());
    }

    /** Takes a key of the live screen: v chooses the view, ? shows the help. */
    void key(int key) {
        TerminalDisplay shown = live;
        if (shown != null && (key == 'v' || key == 'V')) {
            still = !still;
            shown.still(still);
        } else if (shown != null && key == '?') {
            helping = !helping;
            shown.help(helping);
        }
    }

    /** How long a summary stays when it is over: as long as somebody may look at it. Source: SCREENS 3, DONE. */
    Duration lingering(@Nullable Console console) {
        boolean seen =
                console != null || displays.stream().anyMatch(d -> !d.startsWith("terminal:") && !d.startsWith("sim+"));
        return seen ? Duration.ofMinutes(2) : Duration.ZERO;
    }

    /** Whether the live screen is wanted and there is a terminal for it. */
    boolean live() {
        return !lines && displays.stream().anyMatch(d -> d.startsWith("terminal:")) && Console.interactive();
    }

    private Display terminal(PrintWriter out, @Nullable Console console, Words words, Set<TerminalKey> keys) {
        if (console != null && TerminalDisplay.fits(console.columns(), console.rows())) {
            TerminalLook look = TerminalLook.of(System.getenv()).withKeys(keys);
            TerminalDisplay opened = TerminalDisplay.on(console, ascii ? look.inAscii() : look, words);
            live = opened;
            return opened;
        }
        return bars ? LinesDisplay.withBars(new LineFlusher(out), words) : LinesDisplay.to(new LineFlusher(out), words);
    }
}
