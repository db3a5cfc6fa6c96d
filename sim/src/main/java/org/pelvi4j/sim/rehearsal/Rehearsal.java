package org.pelvi4j.sim.rehearsal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.pelvi4j.calibration.Calibration;
import org.pelvi4j.display.Display;
import org.pelvi4j.exercise.ExerciseResult;
import org.pelvi4j.record.Recorder;
import org.pelvi4j.sensor.SensorInfo;
import org.pelvi4j.session.Session;
import org.pelvi4j.session.SessionSetup;
import org.pelvi4j.sim.Scenario;
import org.pelvi4j.sim.run.BoardModel;
import org.pelvi4j.time.VirtualClock;

/**
 * A scenario practised through the whole flow, as fast as it goes: the person with the scenario's own sensor, who sees the
 * pictures; or with a virtual board and the product's driver, where the scenario names one. The same scenario gives the
 * same outcome, bit for bit. Confined to one thread.
 */
public final class Rehearsal {
    private final Scenario scenario;
    private final Optional<BoardModel> board;
    private final List<Function<SensorInfo, Recorder>> recorders = new ArrayList<>();

    private Rehearsal(Scenario scenario, Optional<BoardModel> board) {
        this.scenario = scenario;
        this.board = board;
    }

    /**
     * As the scenario says.
     *
     * @param scenario what is practised
     * @return a rehearsal that has not begun
     */
    public static Rehearsal of(Scenario scenario) {
        return new Rehearsal(scenario, scenario.device().map(BoardModel::of));
    }

    /**
     * With a board, whatever the scenario says.
     *
     * @param scenario what is practised
     * @param device the board's word, such as {@code cyton}
     * @return a rehearsal that has not begun
     * @throws IllegalArgumentException naming the boards that exist
     */
    public static Rehearsal on(Scenario scenario, String device) {
        return new Rehearsal(scenario, Optional.of(BoardModel.of(device)));
    }

    /**
     * Keeps a record too.
     *
     * @param recorder closed at the end
     * @return this
     */
    public Rehearsal recordedBy(Recorder recorder) {
        return recordedBy(sensor -> recorder);
    }

    /**
     * Keeps a record too, made once it is known what measures.
     *
     * @param making makes a recorder, which is closed at the end
     * @return this
     */
    public Rehearsal recordedBy(Function<SensorInfo, Recorder> making) {
        recorders.add(making);
        return this;
    }

    /**
     * Practises, once.
     *
     * @return what came of it
     * @throws IllegalArgumentException when the scenario's sensor cannot do one of its faults
     */
    public Outcome run() {
        var clock = VirtualClock.startingAt(Instant.EPOCH);
        Measured measured = board.map(model -> new WiredBoard(clock).measuring(scenario, model))
                .orElseGet(() -> Measured.bySensor(scenario, clock));
        SensorInfo info = measured.sensor().info();
        var tape = new Tape(info, clock.nowNanos());
        var hearing = new Hearing(tape, measured, clock);
        var all = new ArrayList<Recorder>(List.of(tape, hearing));
        recorders.forEach(making -> all.add(making.apply(info)));
        List<Calibration> known = scenario.calibrations();
        var setup = SessionSetup.watching(measured.sensor(), clock)
                .guiding(scenario.programme())
                .scaledBy(known.isEmpty() ? null : known.get(0))
                .besides(known.size() > 1 ? known.get(1) : null)
                .watchedBy(watchers(measured, hearing))
                .recordedBy(all)
                .followedBy(hearing);
        ExerciseResult result = Session.of(setup).run();
        if (result == null) {
            throw new IllegalStateException("a guided session: expected a result but there was none");
        }
        return new Outcome(
                scenario,
                info,
                result,
                hearing.said(),
                measured.truth().get(),
                measured.wire().get(),
                tape);
    }

    private static Display[] watchers(Measured measured, Hearing hearing) {
        Display[] watchers = Arrays.copyOf(
                measured.person().toArray(new Display[0]), measured.person().size() + 1);
        watchers[watchers.length - 1] = hearing;
        return watchers;
    }
}
