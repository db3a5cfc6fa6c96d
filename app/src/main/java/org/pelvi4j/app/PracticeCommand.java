package org.pelvi4j.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pelvi4j.app.report.Texts;
import org.pelvi4j.app.store.Profile;
import org.pelvi4j.app.store.Store;
import org.pelvi4j.app.store.StoreException;
import org.pelvi4j.exercise.ExerciseResult;
import org.pelvi4j.exercise.Programme;
import org.pelvi4j.sensor.Sensor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code practice}: a guided exercise, kept in the record. Confined to one thread. */
@Command(
        name = "practice",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Guides an exercise, shows it and keeps the record.",
        footer = {
            "",
            "Keys: space pauses and goes on; q stops; s switches the sound; Ctrl-C stops at once. Either way it is saved.",
            "With --ask, y and n answer.",
            "Examples:",
            "  pelvi4j practice --sensor 'sim:healthy?signal=pressure' --speed 8",
            "  pelvi4j practice --programme beginner --sensor 'serial:/dev/ttyUSB0?protocol=cyton&channel=1'"
        })
final class PracticeCommand implements Callable<Integer> {
    private final Supplier<Equipment> shelf;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    private final Notices notices = new Notices(() -> spec.commandLine().getErr());

    @Option(
            names = "--programme",
            paramLabel = "ID",
            description = "A programme's id, or a .yaml file (default: the person's own, else lift-3min).")
    private @Nullable String programme;

    @Mixin
    private Whose whose = new Whose();

    @Mixin
    private Sensing sensing = new Sensing();

    @Mixin
    private Screens screens = new Screens();

    @Mixin
    private Sounding sounding = new Sounding();

    @Mixin
    private Controls controls = new Controls();

    @Mixin
    private RecordingTarget recording = new RecordingTarget();

    @Mixin
    private RecordFolder folder = new RecordFolder();

    @Option(names = "--anyway", description = "Practise also when the day's limit is reached.")
    private boolean anyway;

    @Option(
            names = "--ask",
            description = "After a repetition by feel, ask whether you got it before its result is shown: held, and let"
                    + " go in time. y or n, or a short press for yes.")
    private boolean ask;

    PracticeCommand() {
        this(Equipment::new);
    }

    PracticeCommand(Supplier<Equipment> shelf) {
        this.shelf = shelf;
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        Programme asked = programme == null ? null : Programmes.named(programme);
        try (Equipment equipment = shelf.get().startingAt(sensing.at());
                Controls button = controls) {
            button.open(equipment, notices::say);
            if (button.waits()) {
                out.println(Texts.in(screens.language("en")).text("button.wait"));
                out.flush();
                if (!button.awaitStart(screens.waiting(equipment, out))) {
                    return 0;
                }
            }
            Sensor early = sensing.early(equipment);
            try (Store store = store()) {
                if (store == null) {
                    unkept(equipment, sensing.open(early, equipment, ""), asked, out);
                } else {
                    var visit = Visit.of(store, whose, screens::language, equipment.clock());
                    visit.askWho(out, whose.named());
                    Sensor sensor = sensing.open(early, equipment, visit.setting("sensor"));
                    kept(equipment, visit.corrected(sensor, notices::say), visit.programme(asked), visit, out);
                }
            }
            return 0;
        }
    }

    /** The record; null when nothing is to be kept, or nothing can be. */
    private @Nullable Store store() throws IOException {
        if (!recording.inRecord() || (!sensing.given() && !folder.begun())) {
            return null;
        }
        try {
            Store store = folder.open(spec.commandLine().getErr());
            if (store.hasRoom()) {
                return store;
            }
            store.close();
            throw new Failure(
                    store.root() + ": expected 50 MB free on the disk: make room, or practise with --no-record");
        } catch (StoreException e) {
            if (e.kind() != StoreException.Kind.NOT_WRITABLE) {
                throw e;
            }
            spec.commandLine().getErr().println("pelvi4j: " + e.getMessage());
            spec.commandLine().getErr().flush();
            recording.keepNothing();
            return null;
        }
    }

    private Guided guided(Equipment equipment, Sensor sensor) {
        return new Guided(equipment, sensor, screens, sensing.speed(), notices)
                .with(sounding, controls)
                .asking(ask);
    }

    private void unkept(Equipment equipment, Sensor sensor, @Nullable Programme asked, PrintWriter out)
            throws IOException {
        Programme exercise = asked == null ? Programmes.named(Programmes.USUAL) : asked;
        Texts texts = Texts.in(screens.language("en"));
        ExerciseResult result = guided(equipment, sensor).run(exercise.titled(texts.title(exercise)), recording, out);
        out.print(Summary.of(result, false, texts));
        recording.path().ifPresent(path -> out.println("Recording: " + path));
        out.flush();
    }

    private void kept(Equipment equipment, Sensor sensor, Programme plan, Visit visit, PrintWriter out)
            throws IOException {
        Profile person = visit.person();
        screens.usually(person.language());
        visit.checkLimit(anyway);
        visit.before(out);
        var practice = new KeptPractice(
                visit.store(),
                new KeptPractice.What(person, "practice", plan, visit.site()),
                sensor.info(),
                equipment.clock(),
                notices::say);
        recording.keptBy(practice);
        ExerciseResult result = guided(equipment, sensor)
                .asGroup(visit.group(), visit.groups())
                .scaledBy(visit.calibration(sensor.info()))
                .besides(visit.abdomen())
                .run(visit.asShown(plan), recording, out);
        out.print(Summary.of(result, true, visit.texts()));
        visit.rest(visit.calibration(sensor.info()), result, out);
        visit.after(plan, out);
        recording.path().ifPresent(path -> out.println(visit.texts().text("after.recording", path)));
        out.flush();
    }
}
