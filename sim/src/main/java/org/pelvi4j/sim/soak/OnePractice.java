package org.pelvi4j.sim.soak;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.bus.DeviceUri;
import org.pelvi4j.display.Display;
import org.pelvi4j.exercise.ExerciseResult;
import org.pelvi4j.exercise.Programme;
import org.pelvi4j.record.AnnotationText;
import org.pelvi4j.record.EdfRecorder;
import org.pelvi4j.record.ReadOptions;
import org.pelvi4j.record.Recording;
import org.pelvi4j.record.RecordingException;
import org.pelvi4j.record.RecordingHeader;
import org.pelvi4j.record.Recordings;
import org.pelvi4j.sensor.Role;
import org.pelvi4j.sensor.Sensor;
import org.pelvi4j.sensor.Signal;
import org.pelvi4j.sensor.table.SensorDrivers;
import org.pelvi4j.session.Session;
import org.pelvi4j.session.SessionSetup;
import org.pelvi4j.sim.Scenario;
import org.pelvi4j.sim.Sensing;
import org.pelvi4j.sim.SimulatedSensor;
import org.pelvi4j.sim.device.DeviceParts;
import org.pelvi4j.sim.device.DeviceSetup;
import org.pelvi4j.sim.device.MemoryPort;
import org.pelvi4j.sim.port.VirtualPorts;
import org.pelvi4j.sim.run.BoardModel;
import org.pelvi4j.time.VirtualClock;

/** One drawn practice, from the person to the file, and what is checked of it. Confined to one thread. */
final class OnePractice {
    /** Beside the programme's own cap: waiting for the first sample, which a fault may delay. */
    private static final long PATIENCE_NANOS = 120_000_000_000L;

    /** What {@code exercise} allows beside twice the length of a programme. Source: RELIABILITY H4. */
    private static final long SPARE_NANOS = 600_000_000_000L;

    private final Drawn drawn;
    private final Programme programme;
    private final Path folder;
    private final Findings findings = new Findings();
    private String end = "by an exception";
    private final VirtualClock clock = VirtualClock.startingAt(Instant.EPOCH);

    private OnePractice(Drawn drawn, Programme programme, Path folder) {
        this.drawn = drawn;
        this.programme = programme;
        this.folder = folder;
    }

    /**
     * How one practice went. Immutable.
     *
     * @param end how the exercise ended, in a word or two
     * @param broken what did not hold, one line each
     * @param sum over all that was recorded and said; the same for the same seed
     * @param seconds of virtual time
     */
    record Outcome(String end, List<String> broken, long sum, double seconds) {}

    static Outcome of(Drawn drawn, Programme programme, Path folder) throws IOException {
        return new OnePractice(drawn, programme, folder).run();
    }

    private Outcome run() throws IOException {
        Path file = folder.resolve("soak-" + drawn.seed() + ".bdf");
        var ledger = new Ledger(findings);
        long sum = 0;
        try {
            Watch watch = practise(file, ledger);
            sum = 31 * sumOf(file) + watch.said();
            checkFile(file, ledger);
        } catch (RuntimeException | RecordingException e) {
            findings.add("no exception", e + where(e));
        } finally {
            boolean unused = Files.deleteIfExists(file);
        }
        return new Outcome(
                ledger.anyGood() ? end : "never began", List.copyOf(findings.all()), sum, clock.nowNanos() / 1e9);
    }

    private static String where(Throwable e) {
        StackTraceElement[] trace = e.getStackTrace();
        return trace.length == 0 ? "" : " at " + trace[0];
    }

    private Watch practise(Path file, Ledger ledger) throws IOException {
        try (Sensor sensor = drawn.board() ? board() : person();
                EdfRecorder edf = EdfRecorder.create(
                        file, RecordingHeader.of(sensor.info(), clock.wallNow().atZone(ZoneOffset.UTC)))) {
            long capNanos = 2 * programme.length().toNanos() + SPARE_NANOS + PATIENCE_NANOS;
            var limits = new Watch.Limits(capNanos, 1 / sensor.info().rateHz());
            var watch = new Watch(findings, ledger, drawn.board() ? List.of() : drawn.faults(), limits);
            var setup = SessionSetup.watching(sensor, clock)
                    .guiding(programme)
                    .watchedBy(watchers(sensor, watch))
                    .recordedBy(List.of(ledger, edf))
                    .followedBy(watch);
            Session session = Session.of(setup);
            watch.stops(session);
            check(session.run());
            return watch;
        }
    }

    private static Display[] watchers(Sensor sensor, Watch watch) {
        return sensor instanceof SimulatedSensor simulated
                ? new Display[] {watch, simulated.person()}
                : new Display[] {watch};
    }

    private Sensor person() {
        return SimulatedSensor.open(DeviceUri.parse(drawn.toString()), clock);
    }

    private Sensor board() {
        DeviceUri uri = DeviceUri.parse("serial:board?" + drawn.sensor());
        BoardModel model = BoardModel.of(drawn.model());
        Signal signal = uri.option("signal").orElse("emg").equals("emg") ? Signal.EMG : Signal.PRESSURE;
        double rateHz = model.rateHz(signal);
        Scenario scenario = Scenario.named(drawn.scenario()).withSeed(drawn.seed());
        var sensing = new Sensing(signal, rateHz, model.rates().conversion(), List.of(Role.PFM));
        var device = DeviceSetup.plain(rateHz).withFaults(drawn.faults(), drawn.seed());
        var info = scenario.source(sensing).info();
        VirtualPorts ports = VirtualPorts.empty(clock);
        ports.connectSerial(
                "board",
                MemoryPort.plugged(DeviceParts.of(model.board(info), () -> scenario.source(sensing), device), clock));
        return SensorDrivers.open(uri, ports, clock);
    }

    private void check(@Nullable ExerciseResult result) {
        end = result == null
                ? "without result"
                : result.end().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        if (result == null) {
            findings.add("an exercise ends with a result", "there was none");
        } else if (result.end() == ExerciseResult.End.COMPLETED && result.reps().size() != programme.reps()) {
            findings.add(
                    "a completed exercise has all its repetitions",
                    "expected " + programme.reps() + " but was " + result.reps().size());
        }
    }

    private static long sumOf(Path file) throws IOException {
        var crc = new CRC32();
        crc.update(Files.readAllBytes(file));
        return crc.getValue();
    }

    /** What the ledger was given must be in the file, and nothing else. */
    private void checkFile(Path file, Ledger ledger) throws IOException {
        if (!ledger.anySample()) {
            return;
        }
        try (Recording recording = Recordings.open(file, null, ReadOptions.NONE)) {
            double[] values = new double[recording.channels().size()];
            long samples = 0;
            while (recording.next(values)) {
                samples++;
            }
            long missing = recording.annotations().stream()
                    .map(event -> count(event.text()))
                    .flatMap(Optional::stream)
                    .mapToLong(Long::longValue)
                    .sum();
            if (samples != ledger.samples() || missing != ledger.missing()) {
                findings.add(
                        "every sample is in the file once or in a gap",
                        "expected " + ledger.samples() + " and " + ledger.missing() + " missing but was " + samples
                                + " and " + missing);
            }
        }
    }

    private static Optional<Long> count(String text) {
        return text.startsWith(AnnotationText.GAP)
                ? Optional.of(Long.parseLong(text.substring(AnnotationText.GAP.length())))
                : Optional.empty();
    }
}
