package org.pelvi4j.sim.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.pelvi4j.sim.Scenario;
import org.pelvi4j.sim.fault.FaultKind;
import org.pelvi4j.sim.person.Profile;

/** What can be simulated, for {@code simulate --list}. Immutable. */
public final class Catalogue {
    private Catalogue() {}

    /**
     * Lists people, scenarios, devices and faults.
     *
     * @return lines for people, with a heading before each kind
     */
    public static List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("People");
        Profile.all().forEach(profile -> lines.add(line(profile.id(), profile.text())));
        lines.add("");
        lines.add("Scenarios");
        Scenario.ids().forEach(id -> lines.add(line(id, Scenario.named(id).title())));
        lines.add("");
        lines.add("Devices");
        BoardModel.all().forEach(model -> lines.add(line(model.word(), model.help())));
        lines.add("");
        lines.add("Faults: NAME[:CHANNEL][=AMOUNT][@FROM[+LENGTH]], such as byte-loss=1e-3 or unplug=20s+5s");
        for (FaultKind kind : FaultKind.values()) {
            lines.add(line(kind.word(), kind.help()));
        }
        lines.add(line("random", "AMOUNT of these a minute, drawn by the seed"));
        return List.copyOf(lines);
    }

    private static String line(String word, String help) {
        return String.format(Locale.ROOT, "  %-28s %s", word, help);
    }
}
