package org.pelvi4j.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.sim.Scenario;
import org.pelvi4j.sim.fault.RandomFaults;
import org.pelvi4j.sim.plot.ScenarioPlot;
import org.pelvi4j.sim.rehearsal.Outcome;
import org.pelvi4j.sim.rehearsal.Rehearsal;

/**
 * A scenario practised in virtual time and drawn. Immutable.
 *
 * @param scenario its id
 * @param device a board; null for what the scenario says
 * @param faults beside the scenario's own
 * @param seed another person of the kind; null for the scenario's own
 */
record Plotting(
        String scenario,
        @Nullable String device,
        List<String> faults,
        @Nullable Long seed) {
    /** Faults drawn at random are drawn for so long. */
    private static final double FAULTS_SECONDS = 3600;

    /** Draws it, and says where. */
    String draw(Path file) throws IOException {
        String name = file.toString();
        boolean png = name.endsWith(".png");
        if (!png && !name.endsWith(".svg")) {
            throw new IllegalArgumentException(
                    "--plot: expected a name that ends in .svg or .png but was '" + name + "'");
        }
        Outcome outcome = rehearsed();
        if (png) {
            var sheet = new PngSheet(ScenarioPlot.WIDTH, ScenarioPlot.HEIGHT);
            ScenarioPlot.draw(outcome, sheet);
            sheet.write(file);
        } else {
            Files.writeString(file, ScenarioPlot.svg(outcome));
        }
        return name + ": " + ScenarioPlot.summary(outcome);
    }

    private Outcome rehearsed() {
        Scenario own = Scenario.named(scenario);
        Scenario seeded = seed == null ? own : own.withSeed(seed);
        Scenario whole = seeded.alsoFailing(RandomFaults.read(faults, seeded.seed(), FAULTS_SECONDS));
        return (device == null ? Rehearsal.of(whole) : Rehearsal.on(whole, device)).run();
    }
}
