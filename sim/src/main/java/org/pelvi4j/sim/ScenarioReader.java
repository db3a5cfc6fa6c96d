package org.pelvi4j.sim;

import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.pelvi4j.exercise.Programme;
import org.pelvi4j.sim.body.Body;
import org.pelvi4j.sim.body.Happening;
import org.pelvi4j.sim.fault.Fault;
import org.pelvi4j.sim.person.Profile;
import org.pelvi4j.sim.person.Timetable;

/** A scenario's file to a scenario. */
final class ScenarioReader {
    private static final Set<String> WHOLE = new TreeSet<>(List.of(
            "id",
            "title",
            "person",
            "lapses",
            "anticipations",
            "rest",
            "squeeze",
            "squeeze before cough",
            "seed",
            "sensor",
            "device",
            "rate",
            "channels",
            "range",
            "mains",
            "calibrated",
            "movements",
            "coughs",
            "programme",
            "happens",
            "expected"));
    private static final Set<String> HAPPENS = happens();
    /** What a scenario may expect; the test of the scenarios judges each. */
    static final Set<String> EXPECTED = new TreeSet<>(List.of(
            "contractions",
            "contractions at least",
            "extra",
            "onset error",
            "held",
            "coughs",
            "verdict",
            "phase while off",
            "valid again within",
            "segment means within",
            "release longer than",
            "median frequency",
            "warning",
            "warning within",
            "flicker mode",
            "saturated",
            "knack",
            "reactions without outliers",
            "resync within",
            "duration error",
            "green time within",
            "session"));

    private ScenarioReader() {}

    private static Set<String> happens() {
        var keys = new TreeSet<String>(List.of("at", "fault", "for", "amount", "channel"));
        Arrays.stream(Happening.Kind.values()).map(ScenarioReader::word).forEach(keys::add);
        return keys;
    }

    private static String word(Happening.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static Scenario read(String name, Reader yaml) {
        YamlFields fields = YamlFields.read(name, yaml, WHOLE);
        String id = fields.get("id", ScenarioReader::id);
        Programme programme = fields.get("programme", Seeds::programme);
        var setup = new Setup(
                fields.get("person", ScenarioReader::person),
                particular(fields),
                fields.get("seed", Quantity.whole(Long.MAX_VALUE)),
                sensing(fields),
                fields.get("mains", Quantity.of("Hz", 50, 60), 50.0),
                script(fields, programme));
        Map<String, String> expected = new LinkedHashMap<>();
        fields.below("expected", EXPECTED)
                .ifPresent(below -> below.keys().forEach(key -> expected.put(key, below.get(key, text -> text))));
        String title = fields.get("title", text -> text, id);
        Optional<String> device =
                fields.has("device") ? Optional.of(fields.get("device", ScenarioReader::id)) : Optional.empty();
        boolean calibrated = fields.get("calibrated", ScenarioReader::isYes, false);
        if (calibrated && device.isPresent()) {
            throw fields.wrong("calibrated: expected the person's own sensor but there is a device");
        }
        return new Scenario(id, title, programme, setup, device, calibrated, expected);
    }

    private static boolean isYes(String text) {
        if (!text.equals("yes") && !text.equals("no")) {
            throw new IllegalArgumentException("expected yes or no but was '" + text + "'");
        }
        return text.equals("yes");
    }

    private static String id(String text) {
        if (!text.matches("[a-z0-9-]{1,60}")) {
            throw new IllegalArgumentException("expected lower case with hyphens but was '" + text + "'");
        }
        return text;
    }

    private static Profile person(String text) {
        return Profile.named(text)
                .orElseThrow(() ->
                        new IllegalArgumentException("expected one of " + Profile.ids() + " but was '" + text + "'"));
    }

    private static Particular particular(YamlFields fields) {
        return new Particular(
                fields.get("lapses", Quantity.percent(0, 100), Double.NaN),
                fields.get("anticipations", Quantity.percent(0, 100), Double.NaN),
                fields.get("rest", Quantity.of("cmH2O", 0, 200), Double.NaN),
                fields.get("squeeze", Quantity.of("cmH2O", 0, 400), Double.NaN));
    }

    private static Sensing sensing(YamlFields fields) {
        boolean emg = fields.get("sensor", ScenarioReader::isEmg);
        double rate = fields.get("rate", Quantity.of("Hz", 1, 4000));
        double range = fields.get("range", Quantity.of("cmH2O", 10, 1000), Double.NaN);
        try {
            Sensing one = (emg ? Sensing.emg(rate) : Sensing.pressure(rate)).endingAt(range * Body.PASCAL_PER_CMH2O);
            return fields.get("channels", Quantity.of("", 1, 2), 1.0) == 2 ? one.withSecondChannel() : one;
        } catch (IllegalArgumentException e) {
            throw fields.wrong(String.valueOf(e.getMessage()));
        }
    }

    private static boolean isEmg(String text) {
        if (!text.equals("emg") && !text.equals("pressure")) {
            throw new IllegalArgumentException("expected emg or pressure but was '" + text + "'");
        }
        return text.equals("emg");
    }

    private static Script script(YamlFields fields, Programme programme) {
        var happenings = new ArrayList<Script.Planned>();
        var faults = new ArrayList<Fault>();
        for (YamlFields part : fields.list("happens", HAPPENS)) {
            double at = part.get("at", Quantity.of("s", 0, 100_000));
            if (part.has("fault")) {
                faults.add(fault(part, at));
            } else {
                happenings.add(new Script.Planned(at, happening(part)));
            }
        }
        return new Script(
                Timetable.of(programme),
                happenings,
                faults,
                fields.get("squeeze before cough", Quantity.of("s", 0, 1), Double.NaN),
                fields.get("movements", Quantity.of("per minute", 0, 60), 0.0),
                fields.get("coughs", Quantity.of("per minute", 0, 30), 0.0));
    }

    private static Happening happening(YamlFields part) {
        List<Happening.Kind> kinds = Arrays.stream(Happening.Kind.values())
                .filter(kind -> part.has(word(kind)))
                .toList();
        if (kinds.size() != 1) {
            throw part.wrong("happens: expected one thing beside 'at' but there are " + kinds.size());
        }
        Happening.Kind kind = kinds.get(0);
        return part.get(word(kind), text -> new Happening(kind, amount(kind, text)));
    }

    private static double amount(Happening.Kind kind, String text) {
        if (text.equals("usual") || kind.unit().isEmpty()) {
            return Double.NaN;
        }
        boolean counted = kind == Happening.Kind.COUGH || kind == Happening.Kind.JUMP;
        return Quantity.of(counted ? "" : kind.unit(), -1000, 10_000).apply(text);
    }

    private static Fault fault(YamlFields part, double at) {
        return part.get("fault", word -> {
            String channel = part.get("channel", text -> ":" + text, "");
            String amount = part.get("amount", text -> "=" + text.replace(" ", ""), "");
            String length = part.get("for", text -> "+" + text.replace(" ", ""), "");
            return Fault.parse(word + channel + amount + "@" + at + "s" + length);
        });
    }
}
