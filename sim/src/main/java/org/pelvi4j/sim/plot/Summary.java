package org.pelvi4j.sim.plot;

import java.util.Locale;
import org.pelvi4j.sensor.Signal;
import org.pelvi4j.sim.rehearsal.Outcome;

/** A rehearsal in one line. */
final class Summary {
    private Summary() {}

    static String of(Outcome outcome) {
        var result = outcome.result();
        boolean emg = outcome.sensor().channels().get(0).signal() == Signal.EMG;
        int real = outcome.truth().contractions().size();
        return String.format(
                Locale.ROOT,
                "%s, seed %d; %s at %.0f Hz; %s. %d real contractions: %d found, %d invented. Held %d, let go %d of %d. %s"
                        + " after %.0f s.",
                outcome.scenario().person().id(),
                outcome.scenario().seed(),
                emg ? "EMG" : "pressure",
                outcome.sensor().rateHz(),
                outcome.scenario().programme().id(),
                real,
                real - outcome.missed(),
                outcome.invented(),
                result.held(),
                result.letGo(),
                result.planned(),
                capital(result.end().name().toLowerCase(Locale.ROOT).replace('_', ' ')),
                result.seconds());
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
