package org.pelvi4j.sim.run;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.record.ReadOptions;
import org.pelvi4j.sensor.Signal;

/**
 * What {@code simulate} is asked for. Immutable.
 *
 * @param scenario the id of what the board measures; ignored in a replay
 * @param device the board's word, such as {@code cyton}
 * @param link where programs find the port
 * @param faults in the grammar of {@link org.pelvi4j.sim.fault.Fault}
 * @param seed instead of the scenario's own; null for its own
 * @param signal instead of the board's usual one; null for that
 * @param replay a recording to send instead of a scenario; null for none
 * @param reading what the recording may not say by itself
 * @param truth where to write what was really sent, as JSON lines; null for nowhere
 */
public record SimulateOptions(
        String scenario,
        String device,
        Path link,
        List<String> faults,
        @Nullable Long seed,
        @Nullable Signal signal,
        @Nullable Path replay,
        ReadOptions reading,
        @Nullable Path truth) {
    /** Copies the list. */
    public SimulateOptions {
        faults = List.copyOf(faults);
    }

    /**
     * A scenario without anything else.
     *
     * @param scenario its id
     * @param device the board's word
     * @param link where programs find the port
     * @return the options
     */
    public static SimulateOptions of(String scenario, String device, Path link) {
        return new SimulateOptions(scenario, device, link, List.of(), null, null, null, ReadOptions.NONE, null);
    }

    /**
     * The same with faults.
     *
     * @param texts in the grammar of {@link org.pelvi4j.sim.fault.Fault}
     * @return the options
     */
    public SimulateOptions withFaults(List<String> texts) {
        return new SimulateOptions(scenario, device, link, texts, seed, signal, replay, reading, truth);
    }

    /**
     * The same with a file for the truth.
     *
     * @param file where to write it
     * @return the options
     */
    public SimulateOptions withTruth(Path file) {
        return new SimulateOptions(scenario, device, link, faults, seed, signal, replay, reading, file);
    }

    /**
     * The same with a recording instead of a scenario.
     *
     * @param file the recording
     * @param options what it may not say by itself
     * @return the options
     */
    public SimulateOptions withReplay(Path file, ReadOptions options) {
        return new SimulateOptions(scenario, device, link, faults, seed, signal, file, options, truth);
    }

    /** Tells whether another run was the same, so that this one may go on where that one stopped. */
    String identity() {
        return "device=" + device + " "
                + (replay == null ? "scenario=" + scenario : "replay=" + replay.toAbsolutePath()) + " seed="
                + (seed == null ? "own" : seed) + " signal=" + (signal == null ? "usual" : signal);
    }
}
