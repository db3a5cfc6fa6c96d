package org.pelvi4j.sim;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.sensor.Signal;
import org.pelvi4j.sim.fault.Fault;
import org.pelvi4j.sim.person.Profile;

/** A {@code sim:} URI to what is simulated. */
final class PersonUri {
    private static final Set<String> OPTIONS = Set.of(
            "seed", "signal", "rate", "speed", "conversion", "mains", "channels", "movements", "coughs", "fault");

    /** What a simulated person is measured by without a board; a board that rectifies has a virtual chip. */
    private static final Signal[] MEASURED = {Signal.EMG, Signal.PRESSURE};

    private PersonUri() {}

    static Setup read(DeviceUri uri) {
        uri.withOnly(OPTIONS);
        Setup usual = usual(uri);
        Sensing sensing = sensing(uri, usual.sensing());
        return new Setup(
                usual.profile(),
                usual.particular(),
                uri.integer("seed", 0, Integer.MAX_VALUE)
                        .map(Integer::longValue)
                        .orElse(usual.seed()),
                sensing,
                uri.number("mains", 50, 60).orElse(usual.mainsHz()),
                script(uri, usual.script()));
    }

    private static Setup usual(DeviceUri uri) {
        String id = uri.address();
        Optional<Profile> profile = Profile.named(id);
        if (profile.isPresent()) {
            return new Setup(profile.get(), Particular.AS_DRAWN, 1, Sensing.emg(1000), 50, Script.NOTHING);
        }
        if (Seeds.hasScenario(id)) {
            return Scenario.named(id).unled();
        }
        throw uri.wrong("person", "one of " + Profile.ids() + ", or a scenario such as lift3-healthy", id);
    }

    private static Sensing sensing(DeviceUri uri, Sensing usual) {
        Signal signal = choice(uri, "signal", usual.signal(), MEASURED);
        boolean emg = signal == Signal.EMG;
        boolean same = signal == usual.signal();
        double usualRate = same ? usual.rateHz() : emg ? 1000 : 100;
        double rate = uri.number("rate", emg ? 250 : 10, emg ? 4000 : 1000).orElse(usualRate);
        Conversion conversion = choice(uri, "conversion", Conversion.LOW_PASS, Conversion.values());
        Sensing one = (emg ? Sensing.emg(rate) : Sensing.pressure(rate)).through(conversion);
        int channels = uri.integer("channels", 1, 2).orElse(same ? usual.roles().size() : 1);
        Sensing all = channels == 2 ? one.withSecondChannel() : one;
        return same ? all.endingAt(usual.topPascal()) : all;
    }

    private static Script script(DeviceUri uri, Script usual) {
        List<Fault> faults = uri.option("fault").map(all -> faults(uri, all)).orElse(usual.faults());
        double movements = uri.number("movements", 0, 60).orElse(usual.movementsPerMinute());
        double coughs = uri.number("coughs", 0, 30).orElse(usual.coughsPerMinute());
        return new Script(
                usual.timetable(), usual.happenings(), faults, usual.squeezeBeforeCoughSeconds(), movements, coughs);
    }

    private static List<Fault> faults(DeviceUri uri, String all) {
        try {
            return Arrays.stream(all.split(",", -1)).map(Fault::parse).toList();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + uri + "': " + e.getMessage(), e);
        }
    }

    private static <E extends Enum<E>> E choice(DeviceUri uri, String option, E usual, E[] all) {
        Function<E, String> word =
                value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-');
        String text = uri.option(option).orElse(word.apply(usual));
        return Arrays.stream(all)
                .filter(value -> word.apply(value).equals(text))
                .findFirst()
                .orElseThrow(() -> uri.wrong(
                        "option '" + option + "'",
                        String.join(" or ", Arrays.stream(all).map(word).toList()),
                        text));
    }
}
