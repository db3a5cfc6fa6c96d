package org.pelvi4j.app;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.bus.BusException;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.display.Speaker;
import org.pelvi4j.feedback.Sound;
import picocli.CommandLine.Option;

/** The options that choose what is heard. Thread-safe for {@link #toggle()}, else confined to one thread. */
final class Sounding {
    @Option(
            names = "--sound",
            paramLabel = "URI",
            split = Defaults.LIST,
            description = "What to hear, possibly several: bell: (the terminal's, the default on a live screen),"
                    + " buzzer:18 (on a GPIO line); with sim+ before it, a virtual one. Every sound is seen as well.")
    private List<String> sounds = List.of();

    @Option(names = "--quiet", description = "No sound.")
    private boolean quiet;

    private volatile boolean on = true;

    /** Switches sound off, or on again, as the key s does. */
    void toggle() {
        on = !on;
    }

    /** Opens what is heard. */
    List<Speaker> open(Equipment equipment, PrintWriter out, @Nullable Console console) throws BusException {
        var opened = new ArrayList<Speaker>();
        List<String> wanted = sounds.isEmpty() && console != null ? List.of("bell:") : sounds;
        for (String text : quiet ? List.<String>of() : wanted) {
            DeviceUri uri = DeviceUri.parse(text);
            opened.add(new Switched(
                    switch (uri.scheme()) {
                        case "bell" -> bell(uri, out, console);
                        case "buzzer" -> equipment.buzzer(uri, out);
                        default -> throw uri.wrong("scheme", "bell or buzzer", uri.scheme());
                    }));
        }
        return opened;
    }

    private static Speaker bell(DeviceUri uri, PrintWriter out, @Nullable Console console) {
        if (!uri.address().isEmpty() || !uri.options().isEmpty() || uri.simulated()) {
            throw uri.wrong("address", "nothing behind bell:", uri.address());
        }
        return new Bell(
                console != null
                        ? console::write
                        : ring -> {
                            out.print(ring);
                            out.flush();
                        });
    }

    private final class Switched implements Speaker {
        private final Speaker speaker;

        Switched(Speaker speaker) {
            this.speaker = speaker;
        }

        @Override
        public void play(Sound sound) throws BusException {
            if (on) {
                speaker.play(sound);
            }
        }

        @Override
        public void close() {
            speaker.close();
        }
    }
}
