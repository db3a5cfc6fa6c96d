package org.pelvi4j.sim.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.sensor.Role;
import org.pelvi4j.sensor.SensorInfo;
import org.pelvi4j.sensor.Signal;
import org.pelvi4j.sim.Scenario;
import org.pelvi4j.sim.Sensing;
import org.pelvi4j.sim.Source;
import org.pelvi4j.sim.device.Board;
import org.pelvi4j.sim.device.DeviceParts;
import org.pelvi4j.sim.device.DeviceSetup;
import org.pelvi4j.sim.device.SimulatedDevice;
import org.pelvi4j.sim.device.SimulatedDevice.Pace;
import org.pelvi4j.sim.device.Witness;
import org.pelvi4j.sim.fault.Fault;
import org.pelvi4j.sim.fault.FaultKind;
import org.pelvi4j.sim.fault.RandomFaults;

/**
 * What {@code pelvi4j simulate} does: a virtual device on a pseudo-terminal at the pace of the real one, with commands
 * while it runs. A run that was killed in the middle of a stream goes on where it stopped. Thread-safe.
 */
public final class SimulateRun implements AutoCloseable {
    private static final String COMMANDS = "unplug, plug, mute, fault NAME, clear, status, quit";

    /** For so long faults are drawn: longer than any programme. */
    private static final double FAULTS_SECONDS = 3600;

    private final SimulatedDevice device;
    private final RunState state;
    private final @Nullable TruthFile truth;
    private final Consumer<String> log;
    private final CountDownLatch quit = new CountDownLatch(1);

    private SimulateRun(SimulatedDevice device, RunState state, @Nullable TruthFile truth, Consumer<String> log) {
        this.device = device;
        this.state = state;
        this.truth = truth;
        this.log = log;
    }

    /**
     * Plugs the device in and runs it in the background.
     *
     * @param options what is asked for
     * @param log takes lines for people, from any thread
     * @return the run
     * @throws IllegalArgumentException saying which option is wrong and what was expected
     * @throws IOException when a file or the port cannot be made
     */
    public static SimulateRun start(SimulateOptions options, Consumer<String> log) throws IOException {
        BoardModel model = BoardModel.of(options.device());
        List<Fault> faults = faults(options);
        Supplier<Source> sources = sources(options, model);
        Source first = first(sources);
        SensorInfo info = first.info();
        Board board = model.board(info);
        RunState state = RunState.beside(options.link(), options.identity());
        var path = options.truth();
        TruthFile truth = path == null ? null : TruthFile.open(path, state.resumeAt() > 0);
        var witnesses = new ArrayList<Witness>(List.of(state, new RunLog(log)));
        if (truth != null) {
            truth.start(info, options.identity(), state.resumeAt());
            witnesses.add(truth);
        }
        Long seed = options.seed();
        var setup = DeviceSetup.plain(info.rateHz())
                .withFaults(faults, seed == null ? 1 : seed)
                .telling(new Witnesses(witnesses));
        var parts = new DeviceParts(board, beginningWith(first, sources), setup, state.resumeAt());
        SimulatedDevice device = plugged(parts, options.link(), state);
        log.accept(options.link() + ": " + options.device() + ", " + info.name() + ", " + info.rateHz()
                + " samples a second; commands: " + COMMANDS);
        return new SimulateRun(device, state, truth, log);
    }

    private static Supplier<Source> sources(SimulateOptions options, BoardModel model) {
        var replay = options.replay();
        if (replay != null) {
            return () -> Replay.opened(replay, options.reading());
        }
        Scenario scenario = Scenario.named(options.scenario());
        Long seed = options.seed();
        Scenario seeded = seed == null ? scenario : scenario.withSeed(seed);
        Sensing sensing = sensing(options.signal(), scenario, model);
        return () -> seeded.source(sensing);
    }

    private static Sensing sensing(@Nullable Signal asked, Scenario scenario, BoardModel model) {
        Sensing own = scenario.sensing();
        if (asked == null) {
            return model.measuring(own);
        }
        List<Role> roles = asked == own.signal() ? own.roles() : List.of(Role.PFM);
        return new Sensing(asked, model.rateHz(asked), model.rates().conversion(), roles);
    }

    private static SimulatedDevice plugged(DeviceParts parts, Path link, RunState state) throws IOException {
        try {
            return SimulatedDevice.start(parts, link, Pace.REAL);
        } catch (IOException | IllegalArgumentException impossible) {
            state.finish();
            throw impossible;
        }
    }

    private static Source first(Supplier<Source> sources) throws IOException {
        try {
            return sources.get();
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
    }

    private static Supplier<Source> beginningWith(Source first, Supplier<Source> more) {
        var unused = new AtomicReference<@Nullable Source>(first);
        return () -> {
            Source taken = unused.getAndSet(null);
            return taken == null ? more.get() : taken;
        };
    }

    /** What the user asks for, and what the scenario has of its own. */
    private static List<Fault> faults(SimulateOptions options) {
        Long seed = options.seed();
        var faults = new ArrayList<>(RandomFaults.read(options.faults(), seed == null ? 1 : seed, FAULTS_SECONDS));
        if (options.replay() == null) {
            faults.addAll(Scenario.named(options.scenario()).faults());
        }
        return faults;
    }

    /**
     * Obeys a command: {@code unplug}, {@code plug}, {@code mute}, {@code fault NAME}, {@code clear}, {@code status},
     * {@code quit}. What is wrong with it is logged.
     *
     * @param line as the user typed it
     */
    public void command(String line) {
        try {
            obey(line.strip());
        } catch (IllegalArgumentException | IOException wrong) {
            log.accept(wrong.getMessage());
        }
    }

    private void obey(String line) throws IOException {
        if (line.startsWith("fault ")) {
            device.begin(Fault.parse(line.substring(6).strip()));
            return;
        }
        switch (line) {
            case "unplug" -> device.unplug();
            case "plug" -> device.plug();
            case "mute" -> device.begin(Fault.parse(FaultKind.OFF.word()));
            case "clear" -> device.clear();
            case "status" -> log.accept(device.status().toString());
            case "quit" -> quit();
            case "" -> {
                // An empty line asks for nothing.
            }
            default -> log.accept("expected one of " + COMMANDS + " but was '" + line + "'");
        }
    }

    private void quit() {
        device.close();
        state.finish();
        quit.countDown();
    }

    /**
     * Obeys commands until {@code quit}; the end of the commands is no end of the run.
     *
     * @param commands one a line
     * @throws IOException when the port has failed
     */
    public void follow(InputStream commands) throws IOException {
        var reader = new Thread(() -> obeyAll(commands), "pelvi4j-sim-commands");
        reader.setDaemon(true);
        reader.start();
        try {
            while (!quit.await(1, TimeUnit.SECONDS)) {
                device.status();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void obeyAll(InputStream commands) {
        try (var lines = new BufferedReader(new InputStreamReader(commands, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null && quit.getCount() > 0; line = lines.readLine()) {
                command(line);
            }
        } catch (IOException noMoreCommands) {
            log.accept("commands: " + noMoreCommands.getMessage());
        }
    }

    /**
     * Runs until {@code quit} or until the program is told to end: all of {@code pelvi4j simulate} in one call.
     *
     * @param options what is asked for
     * @param commands one a line
     * @param log takes lines for people, from any thread
     * @throws IllegalArgumentException saying which option is wrong and what was expected
     * @throws IOException when a file or the port fails
     */
    public static void run(SimulateOptions options, InputStream commands, Consumer<String> log) throws IOException {
        try (var run = start(options, log)) {
            var hook = new Thread(run::close, "pelvi4j-sim-end");
            Runtime.getRuntime().addShutdownHook(hook);
            run.follow(commands);
        }
    }

    /** Takes the port away; the place in the run is kept. May be called twice. */
    @Override
    public void close() {
        device.close();
        state.close();
        if (truth != null) {
            try {
                truth.close();
            } catch (IOException written) {
                // Each line was complete when it was written.
            }
        }
    }
}
