package org.pelvi4j.sim;

import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.display.Display;
import org.pelvi4j.sim.person.Onlooker;

/**
 * A simulated person's body for a sensor that somebody else simulates, such as a virtual chip: exact values, and the eyes
 * that follow the pictures. Confined to one thread.
 */
public final class SimulatedBody {
    private final Simulation simulation;
    private final Display person;

    SimulatedBody(Simulation simulation) {
        this.simulation = simulation;
        person = new Onlooker(simulation.person(), simulation.follower());
    }

    /**
     * Opens a person, with the names and options of {@link SimulatedSensor#open}.
     *
     * @param uri such as {@code sim:healthy?signal=pressure&seed=3}
     * @param startNanos when it begins
     * @return the body, at rest
     * @throws IllegalArgumentException saying which part is wrong and what was expected
     */
    public static SimulatedBody open(DeviceUri uri, long startNanos) {
        return new SimulatedBody(new Simulation(PersonUri.read(uri), startNanos));
    }

    /**
     * What a sensor would measure.
     *
     * @return it never ends
     */
    public Source source() {
        return simulation;
    }

    /**
     * The person's eyes: show it what a display would be shown.
     *
     * @return the same at any time
     */
    public Display person() {
        return person;
    }
}
