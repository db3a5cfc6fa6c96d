package org.pelvi4j.sim;

import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pelvi4j.calibration.Calibration;
import org.pelvi4j.exercise.Programme;
import org.pelvi4j.sensor.Role;
import org.pelvi4j.sensor.Signal;
import org.pelvi4j.sim.fault.Fault;
import org.pelvi4j.sim.person.Profile;
import org.pelvi4j.time.VirtualClock;

/**
 * A practice that can be repeated to the bit: who, which sensor, which programme, what happens when, what fails, and what
 * is expected. Immutable.
 */
public final class Scenario {
    private final String id;
    private final String title;
    private final Programme programme;
    private final Setup setup;
    private final Optional<String> device;
    private final boolean calibrated;
    private final Map<String, String> expected;

    Scenario(
            String id,
            String title,
            Programme programme,
            Setup setup,
            Optional<String> device,
            boolean calibrated,
            Map<String, String> expected) {
        this.id = id;
        this.title = title;
        this.programme = programme;
        this.setup = setup;
        this.device = device;
        this.calibrated = calibrated;
        this.expected = Map.copyOf(expected);
    }

    /**
     * Reads a scenario's file.
     *
     * @param name the file's name, for messages
     * @param yaml its text; the caller closes it
     * @return the scenario
     * @throws IllegalArgumentException with file, line, column, key, what was expected and what was there
     */
    public static Scenario read(String name, Reader yaml) {
        return ScenarioReader.read(name, yaml);
    }

    /**
     * Finds one of the scenarios that come with this library.
     *
     * @param id such as {@code lift3-healthy}
     * @return the scenario
     * @throws IllegalArgumentException naming those that exist
     */
    public static Scenario named(String id) {
        return Seeds.scenario(id);
    }

    /**
     * Lists the scenarios that come with this library.
     *
     * @return their ids, in the order of the alphabet
     */
    public static List<String> ids() {
        return Seeds.scenarioIds();
    }

    /**
     * Its name.
     *
     * @return lower case with hyphens
     */
    public String id() {
        return id;
    }

    /**
     * What it is, for a list.
     *
     * @return one line
     */
    public String title() {
        return title;
    }

    /**
     * Who practises.
     *
     * @return the kind of person
     */
    public Profile person() {
        return setup.profile();
    }

    /**
     * What is practised.
     *
     * @return the programme
     */
    public Programme programme() {
        return programme;
    }

    /**
     * How the scenario itself is measured; a device may measure it otherwise.
     *
     * @return signal, rate and channels
     */
    public Sensing sensing() {
        return setup.sensing();
    }

    /**
     * What fails, at the sensor, the board or the wire. {@link #sensor} does what a sensor can and refuses the others;
     * {@link #source} leaves all of them to the device.
     *
     * @return in the order of the file
     */
    public List<Fault> faults() {
        return setup.script().faults();
    }

    /**
     * Which person of the kind it is.
     *
     * @return the seed of all that is drawn
     */
    public long seed() {
        return setup.seed();
    }

    /**
     * The board that it is about.
     *
     * @return the word of a virtual board, such as {@code cyton}; empty for the person's own sensor
     */
    public Optional<String> device() {
        return device;
    }

    /**
     * What a physiotherapist measured of this person before, with the scenario's own sensor: rest, and the most that each
     * muscle can. It is measured anew at each call, in a moment.
     *
     * @return one per channel; none when the scale has to be learned in practice
     */
    public List<Calibration> calibrations() {
        return calibrated ? FirstVisit.of(setup) : List.of();
    }

    /**
     * What must come out, as the file says it.
     *
     * @return text by key, such as {@code 12} by {@code contractions}
     */
    public Map<String, String> expected() {
        return expected;
    }

    /**
     * The same with another person of this kind.
     *
     * @param seed which
     * @return the scenario
     */
    public Scenario withSeed(long seed) {
        return new Scenario(id, title, programme, setup.withSeed(seed), device, calibrated, expected);
    }

    /**
     * The same with more faults.
     *
     * @param faults beside its own
     * @return the scenario
     */
    public Scenario alsoFailing(List<Fault> faults) {
        var all = new ArrayList<>(faults());
        all.addAll(faults);
        return new Scenario(id, title, programme, setup.withFaults(all), device, calibrated, expected);
    }

    /**
     * The same person on the same day, who misses every prompt: what is found then was invented.
     *
     * @return the scenario, which expects what the file says all the same
     */
    public Scenario idle() {
        return new Scenario(id, title, programme, setup.idle(), device, calibrated, expected);
    }

    Setup unled() {
        return setup.unled();
    }

    /**
     * The person with the scenario's sensor, in virtual time, who sees the picture and follows it.
     *
     * @param clock advanced by each read
     * @return the sensor
     * @throws IllegalArgumentException when the scenario has a fault of a board or a wire
     */
    public SimulatedSensor sensor(VirtualClock clock) {
        return new SimulatedSensor(unled(), clock);
    }

    /**
     * The body of this scenario as a device measures it; the person follows the programme's timetable from the first sample
     * on, sees no picture, and rests when it is over. The same arguments give the same numbers, bit for bit.
     *
     * @param signal what the device measures
     * @param rateHz its samples per second: EMG up to 4000, pressure up to 1000
     * @param conversion how it samples
     * @return the source; it never ends
     */
    public Source source(Signal signal, double rateHz, Conversion conversion) {
        return source(new Sensing(signal, rateHz, conversion, List.of(Role.PFM)));
    }

    /**
     * The same with chosen channels.
     *
     * @param sensing how the device measures
     * @return the source; it never ends
     */
    public Source source(Sensing sensing) {
        return new Simulation(setup.measured(sensing), 0);
    }

    /**
     * The body of this scenario as a device measures it, with the eyes of the person, who follows the pictures and no
     * timetable.
     *
     * @param sensing how the device measures
     * @return the body, at rest
     */
    public SimulatedBody body(Sensing sensing) {
        return new SimulatedBody(new Simulation(unled().measured(sensing), 0));
    }
}
