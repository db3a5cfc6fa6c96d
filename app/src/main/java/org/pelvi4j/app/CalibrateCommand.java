package org.pelvi4j.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.app.clinic.Amount;
import org.pelvi4j.app.clinic.ClinicSensor;
import org.pelvi4j.app.clinic.Course;
import org.pelvi4j.app.clinic.Keys;
import org.pelvi4j.app.clinic.SensorCheck;
import org.pelvi4j.app.store.Calibrations;
import org.pelvi4j.app.store.Store;
import org.pelvi4j.calibration.Measuring;
import org.pelvi4j.display.Display;
import org.pelvi4j.display.Words;
import org.pelvi4j.sensor.Sensor;
import org.pelvi4j.sensor.SensorInfo;
import org.pelvi4j.signal.Conditioned;
import org.pelvi4j.signal.SignalSink;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code calibrate}: the physiotherapist's set-up of one person with one probe. Confined to one thread. */
@Command(
        name = "calibrate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        subcommands = CalibrateProbeCommand.class,
        description = {
            "Sets one person up with one probe, in ten steps that a physiotherapist accepts one by one: sensor, zero,"
                    + " words, settling, rest, a gentle try, a cough, strongest squeezes, flicks, review and lock.",
            "A pressure probe is measured before, at a water column: 'pelvi4j calibrate probe --help'.",
            "Nothing is kept before the lock; a set-up that is refused or left leaves the old one as it is."
        },
        footer = {
            "",
            "Without a live screen each answer is a line: an empty one accepts, r measures again, b goes back, q leaves.",
            "Where nobody answers at all, as from /dev/null, defaults are printed and taken to the end; what is found is kept,",
            "locked by nobody, as long as no physiotherapist has a lock on this device.",
            "Examples:",
            "  pelvi4j calibrate --sensor 'sim:healthy?signal=pressure' --speed 8",
            "  pelvi4j calibrate --profile anna --probe 'Periform, 50 mm' --sensor 'serial:/dev/ttyUSB0?protocol=cyton&channel=1'",
            "  pelvi4j calibrate --show"
        })
final class CalibrateCommand implements Callable<Integer> {
    private final Supplier<Equipment> shelf;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private Whose whose = new Whose();

    @Mixin
    private Sensing sensing = new Sensing();

    @Mixin
    private Screens screens = new Screens();

    @Mixin
    private RecordFolder folder = new RecordFolder();

    @Option(names = "--probe", paramLabel = "TEXT", description = "Which probe; another one is asked for a new set-up.")
    private @Nullable String probe;

    @Option(
            names = "--submaximal",
            description =
                    "Ask for no strongest squeeze: a comfortable one, half of what is felt possible, counts as 50.")
    private boolean submaximal;

    @Option(names = "--strain", description = "Ask for straining too, in step 7; not everybody should.")
    private boolean strain;

    @Mixin
    private Answers answers = new Answers();

    @Option(names = "--show", description = "Shows the calibration that is kept, and measures nothing.")
    private boolean show;

    CalibrateCommand() {
        this(Equipment::new);
    }

    CalibrateCommand(Supplier<Equipment> shelf) {
        this.shelf = shelf;
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        if (show) {
            return show(out);
        }
        try (Equipment equipment = shelf.get().startingAt(sensing.at())) {
            Sensor early = sensing.early(equipment);
            try (Store store = folder.open(spec.commandLine().getErr())) {
                var visit = Visit.of(store, whose, screens::language, equipment.clock());
                visit.askWho(out, whose.named() || answers.given());
                screens.usually(visit.person().language());
                Sensor sensor = sensing.open(early, equipment, visit.setting("sensor"));
                try (Sensor corrected = visit.corrected(sensor, new Notices(spec.commandLine()::getErr)::say)) {
                    return setUp(equipment, corrected, visit, out);
                }
            }
        }
    }

    private int show(PrintWriter out) throws IOException {
        try (Store store = folder.openToRead(spec.commandLine().getErr())) {
            List<Calibrations.Kept> all =
                    store.calibrations().all(whose.in(store).id());
            for (Calibrations.Kept kept : all) {
                var of = kept.calibration();
                out.println(of.when() + "  " + of.signal() + "  rest " + Amount.text(of.signal(), of.rest())
                        + "  strongest " + Amount.text(of.signal(), of.reference()) + "  " + of.how()
                        + "  probe '" + of.probe() + "'  by " + (kept.lockedBy().isEmpty() ? "-" : kept.lockedBy())
                        + (kept.intact() ? "" : "  CHANGED SINCE: the checksum is not its own"));
            }
            String water = store.profiles()
                    .setting(whose.in(store).id(), KnownProbe.SETTING)
                    .orElse("");
            if (!water.isEmpty()) {
                KnownProbe.read(water).lines().forEach(out::println);
            }
            if (all.isEmpty()) {
                out.println("no calibration yet; 'pelvi4j calibrate' makes one");
            }
            out.flush();
            return 0;
        }
    }

    private int setUp(Equipment equipment, Sensor sensor, Visit visit, PrintWriter out) throws IOException {
        if (!answers.given()) {
            visit.safety(out);
        }
        boolean live = !answers.given() && screens.live();
        Keys keys = live ? Keys.live() : answers.lines();
        try (Console console = live ? Console.open(keys::key) : null) {
            List<Display> displays = screens.open(equipment, out, console, true);
            SensorInfo info = sensor.info();
            var parts = parts(info);
            var kept = ClinicSensor.of(sensor, equipment.clock(), parts.check(), signals(parts));
            Instant when = equipment.clock().wallNow();
            var hands = new Bench.Hands(keys, words(), out, sensing.speed());
            var about = new SetupRecording.About(info, visit.person(), visit.site());
            Path file;
            try (var recording = SetupRecording.in(visit.store().calibrations().pages(), about, equipment.clock());
                    var bench = new Bench(kept, equipment, displays, hands, recording)) {
                var wishes = new SetupRun.Wishes(probe == null ? visit.setting("probe") : probe, submaximal, strain);
                var scene = new SetupScene(bench, info, parts);
                SetupRun.Outcome outcome = new SetupRun(scene, wishes).run(when);
                file = outcome == null ? null : new SetupLock(bench, visit, info, recording).keep(outcome, when);
                if (outcome != null && file == null && bench.nobody()) {
                    throw new Failure(visit.texts().text("calibrate.unlocked"));
                }
            }
            String said = keys.nobody() ? "calibrate.open" : "calibrate.kept";
            out.println(
                    file == null
                            ? visit.texts().text("calibrate.left")
                            : visit.texts().text(said, file));
            out.flush();
            return file == null ? 1 : 0;
        }
    }

    private Words words() {
        return Words.in(Locale.forLanguageTag(screens.language("en")));
    }

    private static SetupScene.Parts parts(SensorInfo info) {
        List<Course> courses =
                info.channels().stream().map(c -> Course.at(info.rateHz())).toList();
        List<Measuring> measurings = info.channels().stream()
                .map(c -> Measuring.of(c.signal(), info.rateHz(), c.resolution()))
                .toList();
        return new SetupScene.Parts(SensorCheck.of(info), courses, measurings);
    }

    private static List<SignalSink> signals(SetupScene.Parts parts) {
        var sinks = new ArrayList<SignalSink>();
        for (int i = 0; i < parts.courses().size(); i++) {
            Course course = parts.courses().get(i);
            Measuring measuring = parts.measurings().get(i);
            sinks.add((Conditioned now) -> {
                course.signal(now);
                measuring.signal(now);
            });
        }
        return sinks;
    }
}
