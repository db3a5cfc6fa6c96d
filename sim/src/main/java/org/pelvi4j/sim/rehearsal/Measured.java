package org.pelvi4j.sim.rehearsal;

import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.pelvi4j.display.Display;
import org.pelvi4j.sensor.Sensor;
import org.pelvi4j.sim.Scenario;
import org.pelvi4j.sim.SimulatedSensor;
import org.pelvi4j.time.VirtualClock;

/**
 * Who is measured, by what, and where the truth of it is. Immutable.
 *
 * @param sensor for the session
 * @param person what sees the pictures
 * @param muscle what the muscle really does now
 * @param truth what the body did, once it is over
 * @param wire what the board did, once it is over
 */
record Measured(
        Sensor sensor,
        List<Display> person,
        DoubleSupplier muscle,
        Supplier<Outcome.Real> truth,
        Supplier<Outcome.Wire> wire) {

    /** A person who sees the pictures, with the scenario's own sensor. */
    static Measured bySensor(Scenario scenario, VirtualClock clock) {
        SimulatedSensor sensor = scenario.sensor(clock);
        return new Measured(
                sensor,
                List.of(sensor.person()),
                () -> sensor.truth().activation(),
                () -> new Outcome.Real(
                        sensor.truth().contractions(), sensor.truth().events()),
                () -> new Outcome.Wire(List.of(), List.of()));
    }

    double activation() {
        return muscle.getAsDouble();
    }
}
